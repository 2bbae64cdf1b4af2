import type { SampleRange } from '../../common/time'

export interface TimedWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

export function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/**
 * Estimates word times: the words share the voiced spans in proportion to their length, and no word
 * spans a pause. `spans` are in samples of the session, in order; the results are in ms.
 */
export function spreadWords(
  words: readonly string[],
  spans: readonly SampleRange[],
  samplesPerMs: number,
): TimedWord[] {
  const voiced = spans.filter((span) => span.end > span.start)
  const total = voiced.reduce((sum, span) => sum + span.end - span.start, 0)
  const weights = words.map(wordWeight)
  const all = weights.reduce((sum, value) => sum + value, 0)
  let before = 0
  return words.map((text, index) => {
    const share = weights[index] ?? 0
    const from = (before / all) * total
    const to = ((before + share) / all) * total
    before += share
    const { start, end } = placeInSpans(from, to, voiced)
    return {
      text,
      startMs: Math.round(start / samplesPerMs),
      endMs: Math.round(end / samplesPerMs),
    }
  })
}

/** A word takes time in proportion to its letters, plus a fixed share. */
function wordWeight(word: string): number {
  return 2 + (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0)
}

/** Maps a range of voiced time into the span that contains its middle. */
function placeInSpans(from: number, to: number, spans: readonly SampleRange[]): SampleRange {
  const middle = (from + to) / 2
  let passed = 0
  for (const [index, span] of spans.entries()) {
    const length = span.end - span.start
    if (middle <= passed + length || index === spans.length - 1) {
      return {
        start: span.start + clamp(from - passed, 0, length),
        end: span.start + clamp(to - passed, 0, length),
      }
    }
    passed += length
  }
  return { start: 0, end: 0 }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

/**
 * Counts the leading words that two consecutive partials share. The last word is never counted
 * because it may be incomplete. The count is an estimate: the final may still change these words.
 */
export function stableCount(previous: readonly string[], current: readonly string[]): number {
  const most = Math.min(previous.length, current.length - 1)
  let count = 0
  while (count < most && previous[count] === current[count]) count += 1
  return count
}
