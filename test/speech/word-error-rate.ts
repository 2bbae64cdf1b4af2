/** Words as they are compared: lower case, without punctuation. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
}

/** Substitutions, insertions and deletions over the number of reference words. */
export function wordErrorRate(reference: string, heard: string): number {
  const wanted = wordsOf(reference)
  const found = wordsOf(heard)
  let row = found.map((_, index) => index + 1)
  for (const [index, word] of wanted.entries()) {
    let diagonal = index
    let left = index + 1
    row = row.map((above, column) => {
      const same = found[column] === word
      const cost = Math.min(above + 1, left + 1, diagonal + (same ? 0 : 1))
      diagonal = above
      left = cost
      return cost
    })
  }
  const errors = found.length === 0 ? wanted.length : (row.at(-1) ?? 0)
  return errors / wanted.length
}
