import type { Turn } from '../../common/model'

/** The largest time offset of the same word on both sources, in ms. */
export const maxOffsetMs = 3_000
/** Consecutive words that the system does not have: more than this are not a recognition error. */
const longestOwn = 3

interface PlainWord {
  readonly text: string
  readonly atMs: number
}

/** Returns whether `others` have a word near every word of a turn: then hiding it loses nothing. */
export function hasWordsBeside(turn: Turn, others: readonly Turn[]): boolean {
  const own = plainWords(turn)
  const theirs = wordsAround(turn, others)
  return (
    own.length > 0 &&
    theirs.length * 2 >= own.length &&
    own.every((word) => theirs.some((other) => isNear(word, other)))
  )
}

/**
 * Returns whether `others` contain the words of a turn, at about the same time and in the
 * same order. Echo is recognised slightly differently, so words may differ by a third of their
 * letters, and up to half of them may be other words, but never many in a row.
 */
export function repeatsWords(turn: Turn, others: readonly Turn[]): boolean {
  const own = plainWords(turn)
  const found = alignment(own, wordsAround(turn, others))
  const count = found.filter(Boolean).length
  return count > 0 && count * 2 >= own.length && longestRun(found) <= longestOwn
}

function wordsAround({ startMs, endMs }: Turn, others: readonly Turn[]): PlainWord[] {
  return others
    .flatMap(plainWords)
    .filter(({ atMs }) => atMs >= startMs - maxOffsetMs && atMs <= endMs + maxOffsetMs)
    .sort((a, b) => a.atMs - b.atMs)
}

/** Reduces words to letters and digits, each at the middle of its time. */
function plainWords(turn: Turn): PlainWord[] {
  return turn.words.flatMap((word) => {
    const text = word.text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
    return text === '' ? [] : [{ text, atMs: (word.startMs + word.endMs) / 2 }]
  })
}

/** Finds the words of `own` in the longest common subsequence with `theirs`. */
function alignment(own: readonly PlainWord[], theirs: readonly PlainWord[]): boolean[] {
  const width = theirs.length + 1
  /** The largest number of pairs from own[i] and theirs[j] on. */
  const most = new Uint16Array((own.length + 1) * width)
  const at = (i: number, j: number) => most[i * width + j] ?? 0
  const paired = (i: number, j: number) => isSame(own[i], theirs[j])
  for (let i = own.length - 1; i >= 0; i -= 1) {
    for (let j = theirs.length - 1; j >= 0; j -= 1) {
      const without = Math.max(at(i + 1, j), at(i, j + 1))
      const together = at(i + 1, j + 1) + 1
      most[i * width + j] = together > without && paired(i, j) ? together : without
    }
  }
  const found = own.map(() => false)
  for (let i = 0, j = 0; i < own.length && j < theirs.length;) {
    if (at(i, j) === at(i + 1, j)) i += 1
    else if (at(i, j) === at(i, j + 1)) j += 1
    else {
      found[i] = true
      i += 1
      j += 1
    }
  }
  return found
}

function isNear(a: PlainWord, b: PlainWord): boolean {
  return Math.abs(a.atMs - b.atMs) <= maxOffsetMs
}

function isSame(a: PlainWord | undefined, b: PlainWord | undefined): boolean {
  if (!a || !b || !isNear(a, b)) return false
  if (a.text === b.text) return true
  const longer = Math.max(a.text.length, b.text.length)
  return (
    Math.abs(a.text.length - b.text.length) * 3 <= longer && distance(a.text, b.text) * 3 <= longer
  )
}

/** The Levenshtein distance of two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j += 1) {
      const changed = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

function longestRun(found: readonly boolean[]): number {
  let longest = 0
  let run = 0
  for (const one of found) {
    run = one ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  return longest
}
