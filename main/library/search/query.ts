import { foldedWords, indexedKey, type FoldedWord } from './search-words'

/** Words that must follow one another; if `prefix` is true, the last one is only a beginning. */
export interface Term {
  readonly words: readonly string[]
  readonly prefix: boolean
}

/** Nobody types more than this; the rest of a pasted text is ignored. */
const maxTerms = 16
const maxWords = 32

/**
 * Parses what a person typed into terms that must all match. Quoted text is an exact word or
 * phrase; any other word matches by its beginning, since it may not be typed completely yet. A text
 * without letters and digits has no terms.
 */
export function parseQuery(text: string): Term[] {
  const terms: Term[] = []
  // There are several kinds of quotation marks.
  const plain = text.replaceAll(/[“”„‟«»＂]/g, '"')
  for (const { 1: quoted, 2: open, 3: bare } of plain.matchAll(/"([^"]*)"|"([^"]*)$|([^\s"]+)/g)) {
    const words = foldedWords(quoted ?? open ?? bare ?? '')
      .map(({ word }) => word)
      .slice(0, maxWords)
    if (words.length > 0) terms.push({ words, prefix: quoted === undefined })
    if (terms.length === maxTerms) break
  }
  return terms
}

/**
 * Returns the terms as an FTS5 expression, limited to these speakers if keys are given. Returns
 * null if nothing can match.
 */
export function matchExpression(
  terms: readonly Term[],
  speakers: readonly string[] | null,
): string | null {
  const parts = terms.map(({ words, prefix }) => `text : "${words.join(' ')}"${prefix ? ' *' : ''}`)
  if (speakers?.length === 0) return null
  if (speakers !== null) {
    parts.push(`speaker : (${speakers.map((key) => `"${indexedKey(key)}"`).join(' OR ')})`)
  }
  // SECURITY: words and keys contain no punctuation, so no text can end a quoted FTS5 string.
  return parts.length === 0 ? null : parts.join(' AND ')
}

/** A match in a text: [start, end) in UTF-16 units. */
export type Found = readonly [start: number, end: number]

/** The matches of the terms in a text, in order; those that touch or overlap are joined. */
export function foundIn(text: string, terms: readonly Term[]): Found[] {
  const words = foldedWords(text)
  const found = words.flatMap((first, index): Found[] =>
    terms.flatMap((term) => {
      const last = lastOf(term, words, index)
      return last === null ? [] : [[first.start, last.end] as const]
    }),
  )
  const joined: [number, number][] = []
  for (const [start, end] of found) {
    const before = joined.at(-1)
    if (before && start <= before[1]) before[1] = Math.max(before[1], end)
    else joined.push([start, end])
  }
  return joined
}

/** The last word of a term that starts at `index`, or null if the term does not match there. */
function lastOf(term: Term, words: readonly FoldedWord[], index: number): FoldedWord | null {
  const end = index + term.words.length - 1
  const fits = term.words.every((wanted, at) => {
    const word = words[index + at]?.word
    if (word === undefined) return false
    return term.prefix && index + at === end ? word.startsWith(wanted) : word === wanted
  })
  return fits ? (words[end] ?? null) : null
}
