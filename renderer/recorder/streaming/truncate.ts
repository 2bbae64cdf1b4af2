/**
 * Cuts the text to this many UTF-16 units. Each half of a surrogate pair that is left alone becomes
 * U+FFFD: a server can send such halves, and the cut can make one.
 */
export function truncate(text: string, units: number): string {
  return text.slice(0, units).toWellFormed()
}
