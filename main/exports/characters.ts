const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Below U+0300 nothing joins with its neighbour, apart from a carriage return with a line feed. */
const joining = /[\r\u0300-\uffff]/

/** Characters as a reader counts them: an emoji or a letter with its accents is one. */
export function charactersOf(text: string): string[] {
  // Most text: told apart here, since the segmenter takes seconds for a meeting of ten hours.
  if (!joining.test(text)) return text.split('')
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Text in which each half of a character that stands alone has become U+FFFD, as UTF-8 wants it. */
export function wholeCharacters(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd')
}

/** How many characters a reader counts. */
export function widthOf(text: string): number {
  return joining.test(text) ? charactersOf(text).length : text.length
}
