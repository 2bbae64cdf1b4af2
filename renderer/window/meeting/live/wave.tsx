import { useEffect, useRef } from 'react'
import { messages } from '../../../../common/text/window'
import { useParley } from '../../context'
import styles from './live.module.css'
import { colourAt, createWaveDrawing } from './wave-drawing'

/** How many bars are drawn at once while nothing else is drawn. */
const barsOfFrame = 2

/** The level of the last seconds, drawn as the levels arrive, without React. */
export function Wave() {
  const { recording, transcript, meeting } = useParley()
  const levels = recording.levels.all
  const { palette } = meeting
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current === null) return
    const drawing = createWaveDrawing(canvas.current)
    const draw = () => {
      const shown = {
        rows: transcript.open.get().rows,
        partials: transcript.partials.get(),
        palette: palette.get(),
      }
      drawing.draw(levels.bars(), levels.count(), (atMs) => colourAt(shown, atMs))
    }
    draw()
    // A bar waits for the frame that draws the next words, or for the next bar: each frame costs more
    // than what is drawn in it.
    let drawnCount = levels.count()
    const drawIf = (fewest: number) => {
      const fresh = levels.count() - drawnCount
      if (fresh >= 0 && fresh < fewest) return
      drawnCount = levels.count()
      draw()
    }
    const stops = [
      levels.subscribe(() => drawIf(barsOfFrame)),
      transcript.partials.subscribe(() => drawIf(1)),
    ]
    const resized = new ResizeObserver(draw)
    resized.observe(canvas.current)
    return () => {
      stops.forEach((stop) => stop())
      resized.disconnect()
    }
  }, [levels, transcript, palette])
  return (
    <canvas
      ref={canvas}
      className={styles['wave']}
      role="img"
      aria-label={messages.meeting.live.waveLabel}
    />
  )
}
