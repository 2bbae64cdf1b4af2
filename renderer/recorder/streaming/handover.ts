import type { Range } from '../../../common/time'

export interface Handover {
  /** How many of the old session's words count. The new session hears all words after them. */
  readonly kept: number
  /** Where the new session's sound begins, in ms. */
  readonly atMs: number
}

/** The service reports words within this time: older sound without words contains none. */
const leadInMs = 1_000
/** How far back to look for a good gap. What follows the gap is sent a second time. */
const searchMs = 3_000
/** A last word that is followed by less silence than this may be cut off by the end. */
const finishedMs = 500
/** A gap of this length is as good as a longer one. */
const wideMs = 200
/** How much silence the new session hears before its first word, if there is that much. */
const beforeMs = 250

/**
 * Finds where one session ends and the next begins, so that each word is heard whole by one of them
 * and counted once: in the last wide gap between words, or in the widest gap of the last 3 s.
 * `words` are the last words of the old session, in order, after everything that is final before
 * `coveredMs`. The session was sent sound until `endMs`, which may be in the middle of a word.
 */
export function findHandover(
  words: readonly Range[],
  { startMs: coveredMs, endMs }: Range,
): Handover {
  const gaps = gapsBetween(words, coveredMs, endMs)
  const near = gaps.filter((gap) => placeIn(gap, endMs) >= endMs - searchMs)
  const candidates = near.length > 0 ? near : gaps.slice(-1)
  const best = candidates.reduce((a, b) => (widthOf(b) >= widthOf(a) ? b : a))
  return { kept: best.kept, atMs: Math.round(placeIn(best, endMs)) }
}

interface WordGap {
  /** The number of words before it. */
  readonly kept: number
  readonly fromMs: number
  /** null if no word follows. */
  readonly toMs: number | null
}

/** Returns the gap before each word, and the one after the last if that word is surely complete. */
function gapsBetween(words: readonly Range[], coveredMs: number, endMs: number): WordGap[] {
  const gaps: WordGap[] = []
  let fromMs = coveredMs
  for (const [kept, word] of words.entries()) {
    gaps.push({ kept, fromMs, toMs: Math.max(fromMs, word.startMs) })
    fromMs = Math.max(fromMs, word.endMs)
  }
  if (words.length === 0 || endMs - fromMs >= finishedMs) {
    gaps.push({ kept: words.length, fromMs, toMs: null })
  }
  return gaps
}

function widthOf({ fromMs, toMs }: WordGap): number {
  return toMs === null ? wideMs : Math.min(wideMs, toMs - fromMs)
}

function placeIn({ kept, fromMs, toMs }: WordGap, endMs: number): number {
  if (toMs !== null) return toMs - Math.min((toMs - fromMs) / 2, beforeMs)
  return Math.max(kept === 0 ? fromMs : fromMs + wideMs / 2, endMs - leadInMs)
}
