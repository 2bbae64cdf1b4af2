const most = 10

/** `en, FR` as codes, or null where something in it is no list of two-letter codes. */
export function parseLanguages(typed: string): readonly string[] | null {
  const codes = typed
    .split(/[\s,;]+/)
    .map((code) => code.toLowerCase())
    .filter((code) => code !== '')
  if (codes.length > most || !codes.every((code) => /^[a-z]{2}$/.test(code))) return null
  return [...new Set(codes)]
}

const mostTerms = 100
const longestTerm = 50

/** One term a line, without empty and double ones; null where there are too many or too long ones. */
export function parseKeyTerms(typed: string): readonly string[] | null {
  const terms = new Set(
    typed
      .split('\n')
      .map((term) => term.trim())
      .filter((term) => term !== ''),
  )
  if (terms.size > mostTerms || [...terms].some((term) => term.length > longestTerm)) return null
  return [...terms]
}
