import type { Word } from '../model'

/** A word is searched at most this far after the previous one; later matches are other words. */
const reach = 40

/** The place of each word in the text of its turn, as [start, end); null if it is not there. */
export function wordPlaces({
  text,
  words,
}: {
  readonly text: string
  readonly words: readonly Pick<Word, 'text'>[]
}): (readonly [number, number] | null)[] {
  const lower = text.toLowerCase()
  // A few letters get longer in lower case; then the places would be wrong.
  const [whole, same] = lower.length === text.length ? [lower, true] : [text, false]
  let from = 0
  return words.map((word) => {
    const start = whole.indexOf(same ? word.text.toLowerCase() : word.text, from)
    if (start < 0 || start > from + reach) return null
    from = start + word.text.length
    return [start, from]
  })
}
