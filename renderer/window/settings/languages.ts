const most = 10

/** Reads `en, FR` as codes; null if it is not a list of two-letter codes. */
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

/**
 * Reads one term per line, without empty lines and duplicates; null if there are too many or a
 * term is too long.
 */
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
