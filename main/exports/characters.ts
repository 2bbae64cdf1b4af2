const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Below U+0300, only a carriage return and a line feed form one character together. */
const joining = /[\r\u0300-\uffff]/

/** Splits a text into characters as a reader counts them: an emoji or an accented letter is one. */
export function charactersOf(text: string): string[] {
  // Most texts take this path; the segmenter takes seconds for a meeting of ten hours.
  if (!joining.test(text)) return text.split('')
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

/** Returns the number of characters as a reader counts them. */
export function lengthOf(text: string): number {
  return joining.test(text) ? charactersOf(text).length : text.length
}

/** Replaces lone surrogates with U+FFFD, since UTF-8 cannot encode them. */
export function wholeCharacters(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd')
}

/** Characters that take two columns: East Asian wide and full-width ones (UAX #11), and emoji. */
const wide =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2fb}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u

/** Returns the columns that a text takes on a screen: a wide character takes two. */
export function columnsOf(text: string): number {
  if (!joining.test(text)) return text.length
  return charactersOf(text).reduce(
    (sum, character) => sum + (wide.test(character) || character.includes('\ufe0f') ? 2 : 1),
    0,
  )
}
