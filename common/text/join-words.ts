/** Scripts without spaces between words. Korean is not one of them. */
const scripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Bopomofo']
const letters = scripts.map((script) => String.raw`\p{Script=${script}}`).join('')
/** Their letters, marks such as ー, and full-width punctuation. */
const unspaced = String.raw`[${letters}\u3001-\u303f\u30fb-\u30ff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff9f]`
const letter = `[${letters}]`
const hasLetter = new RegExp(letter, 'u')
const segment = new RegExp(String.raw`${letter}[^\p{L}\p{N}\s]*|(?:(?!${letter})\S)+`, 'gu')
const startsUnspaced = new RegExp(`^${unspaced}`, 'u')
const endsUnspaced = new RegExp(String.raw`${unspaced}\p{M}*[^\p{L}\p{N}\s]*$`, 'u')
/** Full-width punctuation needs no space on either side. */
const punctuation = String.raw`[\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]`
const startsWithPunctuation = new RegExp(`^${punctuation}`, 'u')
const endsWithPunctuation = new RegExp(`${punctuation}$`, 'u')

/** Whether a text contains a script without spaces between words. */
export function isUnspaced(text: string): boolean {
  return hasLetter.test(text)
}

/** Whether a space belongs between two texts that follow each other. */
export function needsSpace(before: string, after: string): boolean {
  if (before === '' || after === '') return false
  if (endsWithPunctuation.test(before) || startsWithPunctuation.test(after)) return false
  return !(endsUnspaced.test(before) && startsUnspaced.test(after))
}

/**
 * Joins words to a text, as people write it: with spaces in between, but not inside Chinese,
 * Japanese, Thai, Lao, Khmer and Burmese. Empty words are left out.
 */
export function joinWords(words: readonly string[]): string {
  let text = ''
  for (const word of words) text += needsSpace(text, word) ? ` ${word}` : word
  return text
}

/**
 * Splits a text without spaces into what counts as its words, each with its punctuation. Of a script
 * without spaces, each letter counts as a word.
 */
export function wordSegments(text: string): string[] {
  return text.match(segment) ?? []
}
