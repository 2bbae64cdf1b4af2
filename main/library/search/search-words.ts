import { wordSegments } from '../../../common/text/join-words'

/** A word in its folded form, and its position in the text: [start, end) in UTF-16 units. */
export interface FoldedWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

const run = /[\p{L}\p{N}\p{M}]+/gu
/** Accents and vowel points of scripts in which they do not change the word. */
const accents =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]\p{M}*)\p{M}/gu
/** Letters that people type as others, although Unicode does not decompose them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
const special = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu')

/** Removes case, width and accents: `Café` and `cafe` become equal. */
export function fold(text: string): string {
  // Lower-cased twice: some letters gain a mark by it, and others only appear from a ligature.
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(accents, '')
    .toLowerCase()
    .replaceAll(special, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFKC')
}

/** The folded words of a text, in order. Everything but letters and digits separates words. */
export function foldedWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = []
  for (const { 0: letters, index } of text.matchAll(run)) {
    let start = index
    for (const segment of wordSegments(letters)) {
      // Folding a ligature or a number can produce characters that are no letters.
      const word = (fold(segment).match(run) ?? []).join('')
      if (word !== '') words.push({ word, start, end: start + segment.length })
      start += segment.length
    }
  }
  return words
}

/** A text in the form of the index: its folded words with spaces in between. */
export function indexed(text: string): string {
  return foldedWords(text)
    .map(({ word }) => word)
    .join(' ')
}

/** A speaker's key as one word of the index, so that a filter matches only the whole key. */
export function indexedKey(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9\u0080-\u{10ffff}]+/gu, '\u2060')
}
