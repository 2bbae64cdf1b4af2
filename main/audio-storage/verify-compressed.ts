import { sampleRate } from '../../common/model'

/** Compares audio with its decoded compressed form, block by block. */
export interface CompressionCheck {
  /** Adds the next block of both; the blocks have the same length and position. */
  add(before: Int16Array, after: Int16Array): void
  /** Whether the compressed audio can replace the original. */
  isAlike(): boolean
}

const windowSamples = sampleRate / 10
/** About -54 dBFS; speech is louder. */
const quietRms = 64
/** 12 dB; compression changes speech by far less. */
const mostRatio = 4
/** Half a second is more than the edge of a word. */
const mostWindows = 5

/**
 * Compares the loudness of each tenth of a second: for a missing or moved word, several in a row
 * differ.
 */
export function createCompressionCheck(): CompressionCheck {
  let count = 0
  let squares = { before: 0, after: 0 }
  let differing = 0
  let alike = true

  function close(): void {
    const before = Math.max(quietRms, Math.sqrt(squares.before / count))
    const after = Math.max(quietRms, Math.sqrt(squares.after / count))
    const differs = before > after * mostRatio || after > before * mostRatio
    // Silence in both does not end a row of differences.
    if (differs) differing += 1
    else if (before > quietRms || after > quietRms) differing = 0
    if (differing >= mostWindows) alike = false
    squares = { before: 0, after: 0 }
    count = 0
  }

  return {
    add: (before, after) => {
      for (let at = 0; at < before.length; at += 1) {
        squares.before += (before[at] ?? 0) ** 2
        squares.after += (after[at] ?? 0) ** 2
        count += 1
        if (count === windowSamples) close()
      }
    },
    isAlike: () => {
      if (count > 0) close()
      return alike
    },
  }
}
