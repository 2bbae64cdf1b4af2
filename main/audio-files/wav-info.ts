/** The offset of the size of the whole file in its header, in bytes. */
const sizeAt = 4
/** The size does not count itself and what is before it. */
const uncountedBytes = 8
const largestSize = 0xffff_ffff

/** What programs for sound show about a file; null is left out. */
export interface WavInfo {
  readonly comment: string | null
  readonly keywords: string | null
}

/** The bytes that follow the samples of a WAV, and the size that its header then has. */
export interface WavInfoChunk {
  readonly bytes: Buffer
  /** The four bytes at `sizeAt`. */
  readonly size: Buffer
  readonly sizeAt: number
}

/**
 * The chunk `LIST INFO` with the comment (ICMT) and the keywords (IKEY). `wavBytes` is the size of the
 * file so far, header included. null without any of them, or if the file is too large for another chunk.
 */
export function wavInfo({ comment, keywords }: WavInfo, wavBytes: number): WavInfoChunk | null {
  const entries = [entry('ICMT', comment), entry('IKEY', keywords)].flat()
  if (entries.length === 0) return null
  const head = Buffer.alloc(12)
  head.write('LIST', 0, 'latin1')
  head.write('INFO', 8, 'latin1')
  const bytes = Buffer.concat([head, ...entries])
  bytes.writeUInt32LE(bytes.length - uncountedBytes, 4)
  const whole = wavBytes + bytes.length - uncountedBytes
  if (whole > largestSize) return null
  const size = Buffer.alloc(4)
  size.writeUInt32LE(whole)
  return { bytes, size, sizeAt }
}

/** One entry; each begins at an even byte. */
function entry(name: string, text: string | null): Buffer[] {
  if (text === null) return []
  const words = Buffer.from(`${text}\0`, 'utf8')
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(words.length, 4)
  return [head, words, Buffer.alloc(words.length % 2)]
}
