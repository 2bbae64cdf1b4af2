import type { Word } from './model'

/** No further than this behind the word before: what stands there is another word like it. */
const reach = 40

/** Where each word stands in the text of its turn, as [start, end); null for one that does not. */
export function wordPlaces({
  text,
  words,
}: {
  readonly text: string
  readonly words: readonly Pick<Word, 'text'>[]
}): (readonly [number, number] | null)[] {
  const lower = text.toLowerCase()
  // A few letters get longer by it; then the places would be wrong.
  const [whole, same] = lower.length === text.length ? [lower, true] : [text, false]
  let from = 0
  return words.map((word) => {
    const start = whole.indexOf(same ? word.text.toLowerCase() : word.text, from)
    if (start < 0 || start > from + reach) return null
    from = start + word.text.length
    return [start, from]
  })
}
