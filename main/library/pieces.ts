/** Scripts that write no spaces between words: each of their characters is a word of its own. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`
const piece = new RegExp(String.raw`${unspaced}[^\p{L}\p{N}\s]*|(?:(?!${unspaced})\S)+`, 'gu')
const first = new RegExp(`^${unspaced}`, 'u')
const last = new RegExp(String.raw`${unspaced}[^\p{L}\p{N}]*$`, 'u')

/** A word without spaces as what counts as words in it, with the signs that stand at each. */
export function inPieces(word: string): string[] {
  return word.match(piece) ?? []
}

/** Two texts as one, with a space between unless both scripts know none. */
export function joinTexts(a: string, b: string): string {
  if (a === '' || b === '') return a + b
  return last.test(a) && first.test(b) ? a + b : `${a} ${b}`
}
