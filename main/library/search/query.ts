import { foldedWords, indexedKey, type FoldedWord } from './words'

/** Words that must stand one after the other; the last one may go on where `prefix` is true. */
export interface Term {
  readonly words: readonly string[]
  readonly prefix: boolean
}

/** More than this nobody types; what is pasted beyond it is left out. */
const maxTerms = 16
const maxWords = 32

/**
 * What a person typed, as terms that must all be found. A word in quotes is that very word and
 * several are a phrase; any other word is found by its beginning, as while it is being typed.
 * Any text is a query; one without a letter or digit has no terms.
 */
export function parseQuery(text: string): Term[] {
  const terms: Term[] = []
  // Keyboards and other texts have more than one kind of quotes.
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
 * The terms as FTS5 reads them, said by one of these speakers where keys are given; null where
 * there is nothing to find.
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
  // SECURITY: words and keys have no signs, so no text ends a quote of this language.
  return parts.length === 0 ? null : parts.join(' AND ')
}

/** A stretch of text that was found: [start, end) in UTF-16 units. */
export type Found = readonly [start: number, end: number]

/** Where the terms stand in a text, in order; what touches or overlaps is one. */
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

/** The word with which a term ends that begins at `index`, or null where it does not stand there. */
function lastOf(term: Term, words: readonly FoldedWord[], index: number): FoldedWord | null {
  const end = index + term.words.length - 1
  const fits = term.words.every((wanted, at) => {
    const word = words[index + at]?.word
    if (word === undefined) return false
    return term.prefix && index + at === end ? word.startsWith(wanted) : word === wanted
  })
  return fits ? (words[end] ?? null) : null
}
