/** Where the size of the whole file stands in its header. */
const sizeAt = 4
/** The size does not count itself and what is before it. */
const uncountedBytes = 8
const largestSize = 0xffff_ffff

/** A comment that follows the samples of a WAV, and the size that its header then has. */
export interface WavComment {
  readonly bytes: Buffer
  /** The four bytes at `sizeAt`. */
  readonly size: Buffer
  readonly sizeAt: number
}

/**
 * The chunk `LIST INFO ICMT`, which programs for sound show as the comment of a file. `wavBytes` is the
 * size of the file so far, header included. null if the file is too large for another chunk.
 */
export function wavComment(text: string, wavBytes: number): WavComment | null {
  const words = Buffer.from(`${text}\0`, 'utf8')
  const padding = words.length % 2
  const bytes = Buffer.alloc(20 + words.length + padding)
  bytes.write('LIST', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - uncountedBytes, 4)
  bytes.write('INFOICMT', 8, 'latin1')
  bytes.writeUInt32LE(words.length, 16)
  words.copy(bytes, 20)
  const whole = wavBytes + bytes.length - uncountedBytes
  if (whole > largestSize) return null
  const size = Buffer.alloc(4)
  size.writeUInt32LE(whole)
  return { bytes, size, sizeAt }
}
