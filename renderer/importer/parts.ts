import type { ReadBytes } from './media-decoder'

/** A range of bytes, `from` up to but without `to`, that is a whole file by itself. */
export interface Part {
  readonly from: number
  readonly to: number
}

/** Parts that are looked for at most; a file of strangers may be endless. */
const mostParts = 1_000
const mostSteps = 2_000_000

/** One place of a file: where the next one is, and whether another file begins here. */
interface Step {
  readonly next: number
  readonly begins: boolean
}

/** Reads the place at `at`; null if nothing that is known is there. */
type Walk = (at: number) => Step | null

/**
 * The recordings in a file that somebody joined byte by byte, or that a station streamed: Ogg,
 * Matroska, MP4, WAV and AIFF. Each has its own channels and time stamps, and FFmpeg decodes the
 * later ones as if they were like the first, or not at all. One part is the whole file.
 */
export function partsOf(size: number, read: ReadBytes): Part[] {
  const bytes = (at: number, length: number) => readWhole(read, at, length)
  const walk = walkOf(latin1(bytes(0, 12)), { size, bytes })
  const starts = [0]
  let at = 0
  for (let step = 0; walk && step < mostSteps && at < size; step += 1) {
    const found = walk(at)
    if (!found || found.next <= at) break
    if (found.begins && at > 0) starts.push(at)
    if (starts.length >= mostParts) break
    at = found.next
  }
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? size }))
}

interface File {
  readonly size: number
  readonly bytes: (at: number, length: number) => Uint8Array
}

const matroska = '\x1a\x45\xdf\xa3'

function walkOf(head: string, file: File): Walk | null {
  if (head.startsWith('OggS')) return walkOgg(file)
  if (head.startsWith(matroska)) return walkMatroska(file)
  if (head.startsWith('ftyp', 4)) return walkMp4(file)
  if (/^RIFF[^]{4}WAVE|^FORM[^]{4}AIF[FC]/.test(head)) return walkChunks(file, head)
  return null
}

const oggHeader = 27
const oggFirstPage = 2
/** Where damaged bytes are searched for the next page. */
const searchBytes = 65_536

/** A page that begins a stream follows others only where another recording begins. */
function walkOgg({ size, bytes }: File): Walk {
  let inHeaders = false
  function nextPage(at: number): number {
    for (let from = at; from < size; from += searchBytes) {
      const found = latin1(bytes(from, searchBytes + 3)).indexOf('OggS')
      if (found >= 0) return from + found
    }
    return size
  }
  return (at) => {
    const page = bytes(at, oggHeader + 255)
    if (!latin1(page).startsWith('OggS')) return { next: nextPage(at + 1), begins: false }
    const segments = page[26] ?? 0
    const lengths = page.subarray(oggHeader, oggHeader + segments)
    const isFirst = ((page[5] ?? 0) & oggFirstPage) !== 0
    const begins = isFirst && !inHeaders
    inHeaders = isFirst
    const next = at + oggHeader + segments + lengths.reduce((sum, length) => sum + length, 0)
    return { next, begins }
  }
}

const ebmlHeader = 0x1a45dfa3
/** Segment and cluster: what a live recorder leaves without a length. */
const openEnded = [0x18538067, 0x1f43b675]

function walkMatroska({ bytes }: File): Walk {
  return (at) => {
    const head = bytes(at, 12)
    const idLength = vintLength(head[0])
    const sizeLength = vintLength(head[idLength])
    if (idLength > 4 || sizeLength > 8 || head.length < idLength + sizeLength) return null
    const id = head.subarray(0, idLength).reduce((sum, byte) => sum * 256 + byte, 0)
    const digits = head.subarray(idLength, idLength + sizeLength)
    const first = (digits[0] ?? 0) & (0xff >> sizeLength)
    const length = digits.subarray(1).reduce((sum, byte) => sum * 256 + byte, first)
    const isUnknown = length === 2 ** (7 * sizeLength) - 1
    if (isUnknown && !openEnded.includes(id)) return null
    const next = at + idLength + sizeLength + (isUnknown ? 0 : length)
    return { next, begins: id === ebmlHeader }
  }
}

/** How many bytes a number of Matroska has, by its first one; 9 if it is none. */
function vintLength(first: number | undefined): number {
  return first ? Math.clz32(first) - 23 : 9
}

function walkMp4({ bytes }: File): Walk {
  let hasMovie = false
  return (at) => {
    const head = bytes(at, 16)
    if (head.length < 8) return null
    const view = new DataView(head.buffer, head.byteOffset, head.length)
    const name = latin1(head.subarray(4, 8))
    const short = view.getUint32(0)
    const length = short === 1 && head.length === 16 ? Number(view.getBigUint64(8)) : short
    const begins = name === 'ftyp' && hasMovie
    if (name === 'ftyp') hasMovie = false
    if (name === 'moov') hasMovie = true
    // A length of 0 means the rest of the file.
    return length < 8 || !/^[\w ©-]{4}$/.test(name) ? null : { next: at + length, begins }
  }
}

/** One RIFF or FORM after the other; a length that is wrong leads to no other. */
function walkChunks({ bytes }: File, first: string): Walk {
  return (at) => {
    const head = bytes(at, 12)
    const text = latin1(head)
    if (head.length < 12 || text.slice(0, 4) !== first.slice(0, 4)) return null
    if (text.slice(8, 11) !== first.slice(8, 11)) return null
    const view = new DataView(head.buffer, head.byteOffset, head.length)
    const length = view.getUint32(4, text.startsWith('RIFF'))
    return { next: at + 8 + length + (length % 2), begins: true }
  }
}

/** Reads `length` bytes, fewer only at the end of the file; one read may give fewer. */
function readWhole(read: ReadBytes, at: number, length: number): Uint8Array {
  const first = read(at, length)
  if (first.length === length || first.length === 0) return first
  const rest = readWhole(read, at + first.length, length - first.length)
  const whole = new Uint8Array(first.length + rest.length)
  whole.set(first)
  whole.set(rest, first.length)
  return whole
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
