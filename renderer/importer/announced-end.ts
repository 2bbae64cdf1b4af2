import type { ReadBytes } from './media-decoder'

/** Chunks that are looked through at most; a file of strangers may be endless. */
const mostChunks = 100

/**
 * Where a W64 or a CAF says that it ends, in bytes; null if it does not say, and for other files.
 * FFmpeg measures these two by their size on the disk.
 */
export function announcedEnd(read: ReadBytes): number | null {
  const head = read(0, 24)
  const name = String.fromCharCode(...head.subarray(0, 4))
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  if (name === 'riff' && head.length === 24) return known(view.getBigUint64(16, true))
  return name === 'caff' ? endOfCafSound(read) : null
}

function endOfCafSound(read: ReadBytes): number | null {
  let at = 8
  for (let chunk = 0; chunk < mostChunks; chunk += 1) {
    const bytes = read(at, 12)
    if (bytes.length < 12) return null
    const length = known(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(4))
    if (length === null) return null
    at += 12 + length
    if (String.fromCharCode(...bytes.subarray(0, 4)) === 'data') return at
  }
  return null
}

/** A length that a recorder filled in; 0 and the largest numbers stand for none. */
function known(length: bigint): number | null {
  return length > 0n && length < 2n ** 50n ? Number(length) : null
}
