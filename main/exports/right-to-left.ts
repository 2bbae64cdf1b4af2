const script = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`
/** A line whose text, after a dash and a name, begins from right to left. */
const whole = new RegExp(String.raw`^((?:- )?(?:[^:]+: )?)([^\p{L}]*${script}.*)$`, 'u')
/** A part of another line. */
const part = new RegExp(String.raw`${script}(?:.*${script})?[^\p{L}\p{N}\s]*`, 'u')

/**
 * Marks what is written from right to left in a line of a subtitle. Players lay out lines from left
 * to right, so its punctuation would move to the wrong side, and with a name before it the order of
 * the words would change. RLE and PDF are also understood by players without isolates.
 */
export function embedRightToLeft(line: string): string {
  if (whole.test(line)) return line.replace(whole, '$1\u202b$2\u202c')
  return line.replace(part, '\u202b$&\u202c')
}
