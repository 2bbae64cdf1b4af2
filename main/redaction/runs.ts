import { digitsOf, numberWord, type NumberWord } from './number-words'
import type { Token } from './tokens'

/** Tokens that follow each other and read out one number. */
export interface NumberRun {
  /** The first token, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly digits: string
  /** The count of digits before each token, to find a card within a longer run. */
  readonly before: readonly number[]
}

/** Said between two digits of one number. */
const between: ReadonlySet<string> = new Set(
  'dash hyphen minus plus dot slash point space strich bindestrich punkt tiret tirer guion um uh er ah eh euh'.split(
    ' ',
  ),
)
/** A longer pause separates two numbers. */
const maxPauseMs = 6_000
const amount = /^[^\p{L}\d]*(?:[$€£¥]\s*\d|\d{1,3}(?:[.,]\d{3}){1,2}\D*$|\d+[.,]\d{1,2}\D*$|\d+%)/u
const dateOrTime =
  /^\D*(?:\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d+(?:st|nd|rd|th))\D*$/u

/**
 * Returns the numbers in a row of tokens, however they were split into words. Amounts, dates and times
 * are left out, unless `all` is true.
 */
export function numberRuns(tokens: readonly Token[], all = false): NumberRun[] {
  const runs: NumberRun[] = []
  let from = -1
  let to = -1
  let words: NumberWord[] = []
  let counts: number[] = []
  const settle = () => {
    if (from >= 0) {
      runs.push({ from, to, digits: digitsOf(words), before: counts.slice(0, to - from) })
    }
    from = -1
    words = []
    counts = []
  }
  for (const [index, token] of tokens.entries()) {
    const last = tokens[to - 1]
    if (from >= 0 && last !== undefined && token.startMs - last.endMs > maxPauseMs) settle()
    const own = all || !isAmountOrDate(token) ? numberWordsOf(token) : null
    if (own !== null) {
      if (from < 0) from = index
      // A word between two digits has none of its own.
      while (counts.length < index - from) counts.push(digitsOf(words).length)
      counts.push(digitsOf(words).length)
      words.push(...own)
      to = index + 1
    } else if (!token.words.every((word) => between.has(word))) settle()
  }
  settle()
  return runs
}

/** What a token reads out, or null if it is no part of a number. */
function numberWordsOf({ words }: Token): NumberWord[] | null {
  if (words.length === 0) return null
  const found: NumberWord[] = []
  for (const word of words) {
    const number = numberWord(word)
    // Double-five, but not a fifty-page paper.
    if (number === null) return null
    found.push(number)
  }
  return found
}

function isAmountOrDate({ text }: Token): boolean {
  return amount.test(text) || dateOrTime.test(text)
}
