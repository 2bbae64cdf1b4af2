import type { Redaction, RedactionKind } from '../../common/model'
import { foldedWords } from '../library'
import type { TokenRange } from './patterns'
import { numberRuns } from './runs'
import { textTokens, type Token } from './tokens'

/** Texts that are hidden wherever they occur. */
export interface Values {
  /** Digits, however they are split into words. */
  readonly numbers: readonly { readonly digits: string; readonly kind: RedactionKind }[]
  /** Folded words that follow each other. */
  readonly phrases: readonly { readonly words: readonly string[]; readonly kind: RedactionKind }[]
}

export interface ValueHit extends TokenRange {
  readonly kind: RedactionKind
}

/** A shorter number is hidden only where it was hidden. */
const minDigits = 4
/** A part of a hidden number that is at least this long is hidden, too. */
const minPart = 6

/** What the redactions of a meeting hide wherever it occurs. `said`: what they cover in the turns. */
export function valuesOf(
  redactions: readonly Pick<Redaction, 'kind' | 'place' | 'text'>[],
  said: readonly { readonly kind: RedactionKind; readonly tokens: readonly Token[] }[],
): Values {
  const texts = redactions.map(({ kind, text }) => ({ kind, tokens: textTokens(text) }))
  const numbers = [...texts, ...said].flatMap(({ kind, tokens }) =>
    numberRuns(tokens, true).flatMap(({ digits }) =>
      digits.length < minDigits ? [] : [{ digits, kind }],
    ),
  )
  const phrases = redactions.flatMap(({ kind, place, text }) => {
    const words = foldedWords(text).map(({ word }) => word)
    const isEverywhere = place === null || kind === 'email' || kind === 'address' || kind === 'iban'
    if (!isEverywhere || words.length === 0) return []
    const parts = kind === 'name' && words.length > 1 ? words.filter((word) => word.length > 2) : []
    return [words, ...parts.map((part) => [part])].map((phrase) => ({ words: phrase, kind }))
  })
  return { numbers, phrases: phrases.sort((a, b) => b.words.length - a.words.length) }
}

/** Where values occur in a row of tokens. */
export function valueHits(tokens: readonly Token[], { numbers, phrases }: Values): ValueHit[] {
  const found: ValueHit[] = []
  for (const { from, to, digits } of numbers.length === 0 ? [] : numberRuns(tokens, true)) {
    const known = numbers.find(
      (value) =>
        digits.includes(value.digits) ||
        (digits.length >= minPart && value.digits.includes(digits)),
    )
    if (known) found.push({ from, to, kind: known.kind })
  }
  if (phrases.length === 0) return found
  const words = tokens.flatMap((token, index) => token.words.map((word) => ({ word, index })))
  const byFirst = new Map<string, Values['phrases'][number][]>()
  for (const phrase of phrases) {
    const [first = ''] = phrase.words
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase])
  }
  for (const [at, { word, index }] of words.entries()) {
    for (const phrase of byFirst.get(word) ?? []) {
      const isHere = phrase.words.every((each, offset) => words[at + offset]?.word === each)
      const last = words[at + phrase.words.length - 1]
      if (!isHere || last === undefined) continue
      found.push({ from: index, to: last.index + 1, kind: phrase.kind })
      break
    }
  }
  return found
}
