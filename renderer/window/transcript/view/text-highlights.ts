import type { TranscriptSession } from '../model/transcript-session'

/** The ranges to highlight, by the name of their style. */
export type HighlightedRanges = Readonly<Record<string, readonly Range[]>>

/**
 * Highlights ranges in the rows on the page now, and again whenever rows come or go. `find` gives the
 * ranges, always with the same names. Returns a function that ends it.
 */
export function keepHighlighted(
  { texts }: Pick<TranscriptSession, 'texts'>,
  find: () => HighlightedRanges,
): () => void {
  let frame = 0
  let names: readonly string[] = []
  const draw = (): void => {
    const ranges = find()
    names = Object.keys(ranges)
    for (const [name, own] of Object.entries(ranges)) {
      CSS.highlights.set(name, new Highlight(...own))
    }
  }
  draw()
  const stop = texts.subscribe(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(draw)
  })
  return () => {
    stop()
    cancelAnimationFrame(frame)
    for (const name of names) CSS.highlights.delete(name)
  }
}
