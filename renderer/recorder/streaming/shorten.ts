/**
 * The text as far as this many UTF-16 units, with U+FFFD for each half of a character that stands
 * alone: a server can send such halves, and the cut can make one.
 */
export function shorten(text: string, units: number): string {
  return text.slice(0, units).toWellFormed()
}
