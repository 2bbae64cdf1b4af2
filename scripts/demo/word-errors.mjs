/**
 * The words of a text for comparing: lower case, without punctuation ("Don't" is "dont").
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const plain = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
  return plain.split(' ').filter((word) => word !== '')
}

/**
 * The share of wrong words: the fewest replaced, missing and added words that make the text out of
 * the reference, over the words of the reference. null where the reference has no words.
 * @param {string} reference
 * @param {string} text
 * @returns {number | null}
 */
export function wordErrorRate(reference, text) {
  const wanted = wordsOf(reference)
  if (wanted.length === 0) return null
  return editDistance(wanted, wordsOf(text)) / wanted.length
}

/** Levenshtein's distance over words, one row at a time. */
function editDistance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, word] of from.entries()) {
    const next = [index + 1]
    for (const [column, other] of to.entries()) {
      const replaced = row[column] + (word === other ? 0 : 1)
      next.push(Math.min(replaced, row[column + 1] + 1, next[column] + 1))
    }
    row = next
  }
  return row[to.length]
}
