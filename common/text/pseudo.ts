/** English letters and letters that look like them. */
const letters = new Map(
  Array.from(
    'aàbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqǫrŕsštţuûvṽwŵxẋyýzžAÀBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQǪRŔSŠTŢUÛVṼWŴXẊYÝZŽ',
  )
    .map((letter, index, all) => [letter, all[index + 1] ?? letter] as const)
    .filter((_, index) => index % 2 === 0),
)

/**
 * A sentence of the pseudo-language: accented, 40 % longer, and in brackets, so that a test sees what
 * is not translated and what is cut off.
 */
export function pseudoSentence(sentence: string): string {
  const accented = sentence
    .split(/(\uE000[^\uE001]*\uE001)/)
    .map((part) => (part.startsWith('\uE000') ? part.slice(1, -1) : accent(part)))
    .join('')
  const longer = '·'.repeat(Math.ceil(accented.length * 0.4)).replaceAll(/·{6}/g, '····· ')
  return `⟦${accented} ${longer.trimEnd()}⟧`
}

function accent(text: string): string {
  return Array.from(text, (letter) => letters.get(letter) ?? letter).join('')
}

/** A value between two characters that no text has, so that it stays as it is. */
function kept(value: unknown): unknown {
  return typeof value === 'string' ? `\uE000${value}\uE001` : value
}

/** A catalogue in the pseudo-language. Values that a sentence gets stay as they are. */
export function pseudoCatalogue<T>(node: T): T {
  if (typeof node === 'string') return pseudoSentence(node) as T
  if (typeof node === 'function') {
    const write = node as unknown as (...values: unknown[]) => string
    return ((...values: unknown[]) => pseudoSentence(write(...values.map(kept)))) as T
  }
  if (Array.isArray(node)) return node.map((child: unknown) => pseudoCatalogue(child)) as T
  if (typeof node !== 'object' || node === null) return node
  const children = Object.entries(node).map(([name, child]) => [
    name,
    pseudoCatalogue(child as unknown),
  ])
  return Object.fromEntries(children) as T
}
