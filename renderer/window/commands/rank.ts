/** How well a name matches what was typed; the best first. Null if it does not match at all. */
function rankOf(name: string, typed: string): number | null {
  const text = name.toLowerCase()
  const query = typed.trim().toLowerCase()
  if (query === '') return 0
  if (text.startsWith(query)) return 0
  if (text.split(/[\s:]+/u).some((word) => word.startsWith(query))) return 1
  if (text.includes(query)) return 2
  let at = 0
  for (const letter of query) {
    if (letter === ' ') continue
    at = text.indexOf(letter, at) + 1
    if (at === 0) return null
  }
  return 3
}

/**
 * The items that match what was typed: first those that start with it, then those with a word that
 * does, then those that contain it, then those with its letters in order. Within a rank, recent
 * items come first and all others keep their order.
 */
export function rankItems<Item extends { readonly id: string; readonly name: string }>(
  items: readonly Item[],
  typed: string,
  recent: readonly string[],
): readonly Item[] {
  const recency = (id: string) => {
    const at = recent.indexOf(id)
    return at < 0 ? recent.length : at
  }
  return items
    .flatMap((item) => {
      const rank = rankOf(item.name, typed)
      return rank === null ? [] : [{ item, rank }]
    })
    .sort((a, b) => a.rank - b.rank || recency(a.item.id) - recency(b.item.id))
    .map(({ item }) => item)
}
