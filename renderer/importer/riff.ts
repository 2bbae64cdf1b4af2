import type { ReadBytes } from './media-decoder'

/** Chunks before the sound that are looked through at most; a file of strangers may be endless. */
const mostChunks = 1_000

/** Who streams a WAV writes about the largest signed or unsigned number instead of a length. */
const unknownLength = 0x7fff0000

/** What FFmpeg does not say, or has to be told, of a WAV or an AVI. */
export interface RiffFacts {
  /** The sound goes on to the end of the file, whatever the header says. */
  readonly ignoreLength: boolean
  /** The samples are big-endian (RIFX). */
  readonly bigEndian: boolean
  readonly isAvi: boolean
  /** The file ends before its announced end. */
  readonly isCut: boolean
}

const nothing = { ignoreLength: false, bigEndian: false, isAvi: false, isCut: false }

/** Looks at the head of a file; anything but a WAV or an AVI needs nothing. */
export function riffFacts(size: number, read: ReadBytes): RiffFacts {
  const start = startOfRiff(read)
  if (start === null) return nothing
  const head = read(start.offset, 12)
  if (ascii(head, 8) === 'AVI ') {
    return { ...nothing, isAvi: true, isCut: endsEarly(8 + uint32(head, 4, false), size) }
  }
  const { bigEndian } = start
  const sound = findSound(start, size, read)
  if (sound === null) return { ...nothing, bigEndian }
  const { from, length } = sound
  const isCut = length < unknownLength && endsEarly(from + length, size)
  return { ...nothing, bigEndian, isCut, ignoreLength: isWrong(sound, size, read) }
}

/** Whether a file is shorter than it says. Some recorders count their header twice. */
function endsEarly(announcedEnd: number, size: number): boolean {
  return announcedEnd > size + 128
}

/** Where the header says that the sound is, in bytes. */
interface Sound {
  readonly from: number
  readonly length: number
}

/** The place of the sound; null if there is none, or not where it could be found. */
function findSound({ offset, bigEndian, is64 }: RiffStart, size: number, read: ReadBytes) {
  let at = offset + 12
  let length64: number | null = null
  for (let chunk = 0; chunk < mostChunks && at + 8 <= size; chunk += 1) {
    const header = read(at, 36)
    const name = ascii(header, 0)
    const length = uint32(header, 4, bigEndian)
    if (name === 'ds64' && header.length >= 24) {
      length64 = uint32(header, 16, false) + uint32(header, 20, false) * 2 ** 32
    }
    if (name === 'data') {
      const announced = is64 && length === 0xffffffff && length64 !== null ? length64 : length
      return { from: at + 8, length: announced }
    }
    at += 8 + length + (length % 2)
  }
  return null
}

/**
 * Whether the length in the header of a WAV file (RIFF, RIFX, RF64, BW64, also after an ID3 tag) is
 * wrong, so that the sound goes on to the end of the file. A recorder that was cut off leaves 0, the
 * length of an earlier save or 0xFFFFFFFF; a 32-bit length wraps around after 4 GB. The length is
 * right if the file ends there, or if another chunk follows.
 */
function isWrong({ from, length }: Sound, size: number, read: ReadBytes): boolean {
  if (length === 0) return true
  const rest = size - from - length
  // If the end is missing, the file was cut off, and the length is still right.
  return rest > 8 && !isChunk(read(from + length + (length % 2), 8), rest)
}

/** A chunk has four printable characters as its name, and its length lies within the file. */
function isChunk(bytes: Uint8Array, room: number): boolean {
  if (bytes.length < 8) return false
  const printable = bytes.subarray(0, 4).every((byte) => byte >= 0x20 && byte < 0x7f)
  const fits = [false, true].some((bigEndian) => uint32(bytes, 4, bigEndian) <= room)
  return printable && fits
}

interface RiffStart {
  readonly offset: number
  readonly bigEndian: boolean
  /** RF64 and BW64 have their lengths in a chunk of 64-bit numbers. */
  readonly is64: boolean
}

function startOfRiff(read: ReadBytes): RiffStart | null {
  const head = read(0, 12)
  const tagged = ascii(head, 0).startsWith('ID3') && head.length >= 10
  const offset = tagged ? 10 + synchsafe(head, 6) : 0
  const name = ascii(tagged ? read(offset, 4) : head, 0)
  if (!['RIFF', 'RIFX', 'RF64', 'BW64'].includes(name)) return null
  return { offset, bigEndian: name === 'RIFX', is64: name === 'RF64' || name === 'BW64' }
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

function uint32(bytes: Uint8Array, at: number, bigEndian: boolean): number {
  if (at + 4 > bytes.length) return 0
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, !bigEndian)
}

/** The length of an ID3 tag: four bytes of seven bits. */
function synchsafe(bytes: Uint8Array, at: number): number {
  return bytes.subarray(at, at + 4).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
}
