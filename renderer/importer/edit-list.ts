import type { ReadBytes } from './media-decoder'

/** Boxes that are looked through at most; a file of strangers may be endless. */
const mostBoxes = 1_000
/** The description of a recording of a day has about 10 MB. */
const mostBytes = 32 * 1024 * 1024
const pieceBytes = 64 * 1024

/**
 * Whether an MP4 says where its sound begins: by an edit list, or by iTunes' tag. An encoder that
 * writes fragments as it goes often says nothing.
 */
export function hasEditList(size: number, read: ReadBytes): boolean {
  let at = 0
  for (let box = 0; box < mostBoxes && at + 8 <= size; box += 1) {
    const head = read(at, 16)
    if (head.length < 8) return false
    const view = new DataView(head.buffer, head.byteOffset, head.length)
    const short = view.getUint32(0)
    const isLong = short === 1 && head.length === 16
    const length = isLong ? Number(view.getBigUint64(8)) : short
    if (latin1(head.subarray(4, 8)) === 'moov') {
      return mentions(read, at, at + Math.min(length === 0 ? size : length, mostBytes))
    }
    if (length < 8) return false
    at += length
  }
  return false
}

function mentions(read: ReadBytes, from: number, to: number): boolean {
  let text = ''
  for (let at = from; at < to;) {
    const piece = read(at, Math.min(pieceBytes, to - at))
    if (piece.length === 0) return false
    // What is looked for may lie across two pieces.
    text = text.slice(-8) + latin1(piece)
    if (text.includes('elst') || text.includes('iTunSMPB')) return true
    at += piece.length
  }
  return false
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
