import type { Turn } from '../../preload/model'

/** How far apart in time the same word may stand on both sources. */
export const apartMs = 3_000
/** Words in a row that the system does not have: more of them are no mishearing. */
const longestOwn = 3

interface PlainWord {
  readonly text: string
  readonly atMs: number
}

/** Whether the system has words at the time of every word of a turn: then none is lost with it. */
export function standsBeside(turn: Turn, system: readonly Turn[]): boolean {
  const own = plainWords(turn)
  const theirs = wordsAround(turn, system)
  return (
    own.length > 0 &&
    theirs.length * 2 >= own.length &&
    own.every((word) => theirs.some((other) => isNear(word, other)))
  )
}

/**
 * Whether the words of a turn stand in the system's turns too, at about the same time and in the
 * same order. What a loudspeaker sounds like is understood a little differently, so words may differ
 * by a third of their letters, and half of them at most may be others, never many in a row.
 */
export function repeats(turn: Turn, system: readonly Turn[]): boolean {
  const own = plainWords(turn)
  const found = alignment(own, wordsAround(turn, system))
  const count = found.filter(Boolean).length
  return count > 0 && count * 2 >= own.length && longestRun(found) <= longestOwn
}

function wordsAround({ startMs, endMs }: Turn, system: readonly Turn[]): PlainWord[] {
  return system
    .flatMap(plainWords)
    .filter(({ atMs }) => atMs >= startMs - apartMs && atMs <= endMs + apartMs)
    .sort((a, b) => a.atMs - b.atMs)
}

/** Letters and digits alone, each word at its middle. */
function plainWords(turn: Turn): PlainWord[] {
  return turn.words.flatMap((word) => {
    const text = word.text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
    return text === '' ? [] : [{ text, atMs: (word.startMs + word.endMs) / 2 }]
  })
}

/** Which of `own` find a partner in `theirs`, as many as can in the same order. */
function alignment(own: readonly PlainWord[], theirs: readonly PlainWord[]): boolean[] {
  const width = theirs.length + 1
  /** The most pairs from own[i] and theirs[j] on. */
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
  return Math.abs(a.atMs - b.atMs) <= apartMs
}

function isSame(a: PlainWord | undefined, b: PlainWord | undefined): boolean {
  if (!a || !b || !isNear(a, b)) return false
  if (a.text === b.text) return true
  const longer = Math.max(a.text.length, b.text.length)
  return (
    Math.abs(a.text.length - b.text.length) * 3 <= longer && distance(a.text, b.text) * 3 <= longer
  )
}

/** Levenshtein's: letters to be changed, put in or taken out. */
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
