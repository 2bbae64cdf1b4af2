/** The words of a text for a comparison: lower case, without punctuation ("Don't" is "dont"). */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
  return plain.split(' ').filter((word) => word !== '')
}

/**
 * The word error rate: the smallest number of replaced, missing and added words between reference
 * and text, divided by the words of the reference. Returns null if the reference has no words.
 */
export function wordErrorRate(reference: string, text: string): number | null {
  const wanted = wordsOf(reference)
  if (wanted.length === 0) return null
  return editDistance(wanted, wordsOf(text)) / wanted.length
}

/** The smallest number of replaced, missing and added words between reference and text. */
export function wordErrors(reference: string, text: string): number {
  return editDistance(wordsOf(reference), wordsOf(text))
}

/** The Levenshtein distance between two lists of words, one row at a time. */
function editDistance(from: readonly string[], to: readonly string[]): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, word] of from.entries()) {
    const next = [index + 1]
    for (const [column, other] of to.entries()) {
      const replaced = (row[column] ?? 0) + (word === other ? 0 : 1)
      const removed = (row[column + 1] ?? 0) + 1
      const added = (next[column] ?? 0) + 1
      next.push(Math.min(replaced, removed, added))
    }
    row = next
  }
  return row[to.length] ?? 0
}
