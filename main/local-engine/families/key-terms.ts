import { plainLetters, soundCode, spellingDistance } from './sound-code'
import type { DecodedWord } from './token-words'
import type { Writing } from './written-words'

/** Puts key terms where words sound like them; all other words stay as they are. */
export type CorrectTerms = (words: readonly DecodedWord[]) => DecodedWord[]

/** Short words sound like too many others. */
const leastLetters = 5
/** Two or three words can sound like one by chance. */
const leastLettersJoined = 7
const mostWords = 4

interface Term {
  readonly text: string
  readonly parts: readonly Part[]
}

interface Part {
  readonly plain: string
  readonly code: string
}

/** A word without the marks around it and without a possessive. */
const shape = /^([^\p{L}\p{N}]*)(.*?)((?:['’]s)?[^\p{L}\p{N}]*)$/su

/**
 * Makes the correction for these terms. A word becomes a term only if both sound the same and differ
 * in at most a third of their letters; a term of several words is found word by word, and a long one
 * also where it was heard as two or three words. A word that is spelled like a term gets the term's
 * capitals if the term has any inside, or if the model writes none at all.
 */
export function createTermCorrection(
  terms: readonly string[],
  { capitals }: Pick<Writing, 'capitals'>,
): CorrectTerms {
  const known = terms
    .map((text): Term => ({ text, parts: text.split(/\s+/).filter(Boolean).map(partOf) }))
    .filter(({ parts }) => parts.length > 0 && parts.length <= mostWords)
    .sort((a, b) => b.parts.length - a.parts.length)
  if (known.length === 0) return (words) => [...words]
  const spelled = new Set(known.flatMap(({ parts }) => parts.map(({ plain }) => plain)))
  return (words) => correct(words, { terms: known, spelled, capitals })
}

function partOf(text: string): Part {
  return { plain: plainLetters(text), code: soundCode(text) }
}

interface Known {
  readonly terms: readonly Term[]
  /** The words of all terms. */
  readonly spelled: ReadonlySet<string>
  /** Whether the model writes capitals. */
  readonly capitals: boolean
}

function correct(
  words: readonly DecodedWord[],
  { terms, spelled, capitals }: Known,
): DecodedWord[] {
  const parts = words.map(({ text }) => partOf(shape.exec(text)?.[2] ?? ''))
  const result: DecodedWord[] = []
  let at = 0
  while (at < words.length) {
    const here = parts.slice(at, at + mostWords)
    const found = terms.flatMap((term) => {
      const count = matchLength(term, here, spelled)
      return count > 0 && changes(term, { capitals, here, count }) ? [{ term, count }] : []
    })[0]
    const [first] = words.slice(at, at + 1)
    if (found) result.push(...replaced(words.slice(at, at + found.count), found.term))
    else if (first) result.push(first)
    at += found?.count ?? 1
  }
  return result
}

/** How many of these words are the term; 0 if they are not. */
function matchLength(term: Term, here: readonly Part[], spelled: ReadonlySet<string>): number {
  const { parts } = term
  const letters = parts.reduce((sum, { plain }) => sum + plain.length, 0)
  const wordwise = parts.every((part, index) => isAlike(part, here[index], spelled))
  if (wordwise) {
    const exact = parts.every((part, index) => part.plain === here[index]?.plain)
    return exact || letters >= leastLetters ? parts.length : 0
  }
  const [only] = parts
  if (parts.length !== 1 || !only || letters < leastLettersJoined) return 0
  for (const count of [2, 3]) {
    const joined = here.slice(0, count)
    if (joined.length < count || joined.some(({ plain }) => plain === '')) continue
    const plain = joined.map((part) => part.plain).join('')
    if (isAlike(only, { plain, code: soundCode(plain) }, spelled)) return count
  }
  return 0
}

function isAlike(term: Part, word: Part | undefined, spelled: ReadonlySet<string>): boolean {
  if (!word || word.plain === '') return false
  if (term.plain === word.plain) return true
  // A word that is another term is right already.
  if (spelled.has(word.plain) || term.code !== word.code || term.code.length < 2) return false
  const most = Math.floor(Math.max(term.plain.length, word.plain.length) / 3)
  return spellingDistance(term.plain, word.plain) <= most
}

/** Whether the term is to be written here: not for a change of capitals that may be wrong. */
function changes(
  term: Term,
  {
    capitals,
    here,
    count,
  }: { readonly capitals: boolean; readonly here: readonly Part[]; readonly count: number },
): boolean {
  const isSpelled =
    count === term.parts.length &&
    term.parts.every((part, index) => part.plain === here[index]?.plain)
  if (!isSpelled) return true
  const inside = /\p{Ll}\p{Lu}|\p{Lu}\p{Lu}|\s/u.test(term.text)
  return inside || (!capitals && plainLetters(term.text).length >= leastLetters)
}

/** The term's words in the time of the words that it replaces, with the marks around them. */
function replaced(words: readonly DecodedWord[], term: Term): DecodedWord[] {
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return []
  const texts = term.text.split(/\s+/).filter(Boolean)
  const before = shape.exec(first.text)?.[1] ?? ''
  const after = shape.exec(last.text)?.[3] ?? ''
  return texts.map((text, index) => ({
    ...(texts.length === words.length
      ? (words[index] ?? first)
      : { ...first, endMs: last.endMs, confidence: leastOf(words) }),
    text: `${index === 0 ? before : ''}${text}${index === texts.length - 1 ? after : ''}`,
  }))
}

function leastOf(words: readonly DecodedWord[]): number | null {
  const values = words.flatMap(({ confidence }) => confidence ?? [])
  return values.length === words.length ? Math.min(...values) : null
}
