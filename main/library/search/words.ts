import { inPieces } from '../pieces'

/** A word as it is compared, and where it stands in the text: [start, end) in UTF-16 units. */
export interface FoldedWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

const run = /[\p{L}\p{N}\p{M}]+/gu
/** Accents and vowel points of scripts in which a word is the same word without them. */
const accents =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]\p{M}*)\p{M}/gu
/** Letters that are typed as others though Unicode does not take them apart. */
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

/** Without case, width and accents, as words are compared: `Café` and `cafe` are one. */
export function fold(text: string): string {
  // Lower case first and last: some letters get a mark by it, and some come out of a ligature.
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(accents, '')
    .toLowerCase()
    .replaceAll(special, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFKC')
}

/** The words of a text in order, folded. What is neither letter nor digit stands between words. */
export function foldedWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = []
  for (const { 0: letters, index } of text.matchAll(run)) {
    let start = index
    for (const piece of inPieces(letters)) {
      // A folded ligature or number can come apart in pieces that are no letters.
      const word = (fold(piece).match(run) ?? []).join('')
      if (word !== '') words.push({ word, start, end: start + piece.length })
      start += piece.length
    }
  }
  return words
}

/** A text as it stands in the index: its words with spaces between. */
export function indexed(text: string): string {
  return foldedWords(text)
    .map(({ word }) => word)
    .join(' ')
}

/** A speaker's key as one word of the index, so that a filter takes it whole. */
export function indexedKey(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9\u0080-\u{10ffff}]+/gu, '\u2060')
}
