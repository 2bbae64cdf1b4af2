import type { Parley } from '../../stores/parley'

/** How many bars are drawn at once while nothing else is drawn. */
const barsOfFrame = 2

/**
 * Runs `draw` now, and then whenever the levels are to be drawn: in the frame of the next words, or
 * with every second bar. Each frame of a window costs more than what is drawn in it, so all that
 * shows levels is drawn in the same ones. Returns a function that ends it.
 */
export function drawWithLevels(
  { recording, transcript }: Pick<Parley, 'recording' | 'transcript'>,
  draw: () => void,
): () => void {
  const levels = recording.levels.all
  let drawnCount = levels.count()
  const drawIf = (fewest: number) => {
    const fresh = levels.count() - drawnCount
    if (fresh >= 0 && fresh < fewest) return
    drawnCount = levels.count()
    draw()
  }
  draw()
  const stops = [
    levels.subscribe(() => drawIf(barsOfFrame)),
    transcript.partials.subscribe(() => drawIf(1)),
  ]
  return () => stops.forEach((stop) => stop())
}
