import { useEffect, useRef } from 'react'
import { messages } from '../../../../common/text/window'
import { useParley } from '../../context'
import { drawWithLevels } from './level-frames'
import styles from './live.module.css'
import { colourAt, createWaveDrawing } from './wave-drawing'

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
    const stop = drawWithLevels({ recording, transcript }, draw)
    const resized = new ResizeObserver(draw)
    resized.observe(canvas.current)
    return () => {
      stop()
      resized.disconnect()
    }
  }, [recording, levels, transcript, palette])
  return (
    <canvas
      ref={canvas}
      className={styles['wave']}
      role="img"
      aria-label={messages.meeting.live.waveLabel}
    />
  )
}
