/** A word as a model heard it; times are ms from the start of the clip. */
export interface DecodedWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  /** 0 to 1, or null if the model gives none. */
  readonly confidence: number | null
}

/** What the runtime says of one clip; times are seconds, probabilities are natural logarithms. */
export interface TokenResult {
  /** A token that begins with a space begins a word. */
  readonly tokens: readonly string[]
  /** The start of each token. */
  readonly timestamps: readonly number[]
  readonly durations?: readonly number[] | undefined
  readonly logProbs?: readonly number[] | undefined
  readonly clipMs: number
}

/** The last token of a word has no end of its own in most models, and a word is rarely longer. */
const longestLastTokenMs = 400
const punctuation = /^[\p{P}\p{S}]+$/u
/** These scripts are written without spaces, so each character stands for itself. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * Joins tokens to words. A word begins where its first token does, and ends where the next word
 * begins, where its last token's duration ends, or 0.4 s after its last token, whichever is first.
 * Its confidence is the mean of its tokens' probabilities, as their logarithms. Times never go back
 * and never leave the clip. Null if the times do not fit the tokens: then there are none.
 */
export function wordsFromTokens(result: TokenResult): DecodedWord[] | null {
  const { tokens, timestamps, clipMs } = result
  if (timestamps.length !== tokens.length) return null
  const groups: number[][] = []
  for (const [index, token] of tokens.entries()) {
    const group = groups.at(-1)
    if (group && continues(token, tokens[index - 1] ?? '')) group.push(index)
    else groups.push([index])
  }
  const starts = monotonic(
    tokens.map((_, index) => (timestamps[index] ?? 0) * 1_000),
    clipMs,
  )
  const words: DecodedWord[] = []
  for (const [order, group] of groups.entries()) {
    const [first = 0] = group
    const text = group
      .map((index) => tokens[index] ?? '')
      .join('')
      .trim()
    if (text === '') continue
    const next = groups[order + 1]?.[0]
    const nextStart = next === undefined ? clipMs : (starts[next] ?? clipMs)
    const startMs = starts[first] ?? 0
    const endMs = Math.max(startMs, Math.min(nextStart, lastEnd(group, starts, result)))
    words.push({
      text,
      startMs: Math.round(startMs),
      endMs: Math.round(endMs),
      confidence: confidenceOf(group, result.logProbs, tokens.length),
    })
  }
  return words
}

function continues(token: string, previous: string): boolean {
  if (token === '' || /^\s/u.test(token)) return false
  const [last] = previous.slice(-1)
  if (punctuation.test(token)) return true
  return !(unspaced.test(token) || (last !== undefined && unspaced.test(last)))
}

/** Where the last token of the word that is not a mark ends. */
function lastEnd(
  group: readonly number[],
  starts: readonly number[],
  { tokens, durations, clipMs }: TokenResult,
): number {
  const spoken = group.findLast((index) => !punctuation.test((tokens[index] ?? '').trim()))
  const index = spoken ?? group[0] ?? 0
  const duration = durations?.length === tokens.length ? (durations[index] ?? 0) * 1_000 : 0
  const start = starts[index] ?? 0
  return Math.min(clipMs, start + (duration > 0 ? duration : longestLastTokenMs))
}

function monotonic(times: readonly number[], most: number): number[] {
  let last = 0
  return times.map((time) => {
    last = Math.min(most, Math.max(last, Number.isFinite(time) ? time : last))
    return last
  })
}

function confidenceOf(
  group: readonly number[],
  logProbs: readonly number[] | undefined,
  count: number,
): number | null {
  if (logProbs?.length !== count) return null
  const values = group.map((index) => logProbs[index] ?? Number.NaN)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  // Above 0 it is no probability: a beam search does not normalise its scores.
  if (!Number.isFinite(mean) || mean > 1e-6) return null
  return Math.min(1, Math.exp(mean))
}
