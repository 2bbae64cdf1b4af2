import { sampleRate } from '../../preload/model'

/** Compares sound, block by block, with what came back of its compressed form. */
export interface Likeness {
  /** Both of the same length and place. */
  add(before: Int16Array, after: Int16Array): void
  /** Whether the one can stand for the other. */
  isAlike(): boolean
}

const windowSamples = sampleRate / 10
/** About -54 dBFS: what is below is no speech. */
const quietRms = 64
/** 12 dB; what compressing changes of speech is far less. */
const mostRatio = 4
/** Half a second of sound is more than the edge of a word. */
const mostWindows = 5

/**
 * Compares the loudness of each tenth of a second: a word that is missing, or stands elsewhere, is a
 * row of them that differ.
 */
export function createLikeness(): Likeness {
  let count = 0
  let squares = { before: 0, after: 0 }
  let row = 0
  let alike = true

  function close(): void {
    const before = Math.max(quietRms, Math.sqrt(squares.before / count))
    const after = Math.max(quietRms, Math.sqrt(squares.after / count))
    const differs = before > after * mostRatio || after > before * mostRatio
    // A pause between words says nothing of the words around it.
    if (differs) row += 1
    else if (before > quietRms || after > quietRms) row = 0
    if (row >= mostWindows) alike = false
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
