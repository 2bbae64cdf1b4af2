import { useEffect, useRef } from 'react'
import { messages } from '../../../preload/messages'
import { useParley } from '../context'
import styles from './live.module.css'
import { colourAt, drawWave } from './wave-drawing'

/** The sound of the last seconds, drawn as the levels come and not through React. */
export function Wave() {
  const { levels: sources, transcript, palette } = useParley().stores
  const levels = sources.all
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const draw = () => {
      if (canvas.current === null) return
      const { rows } = transcript.open.get()
      const partials = transcript.partials.get()
      drawWave(canvas.current, levels.bars(), (atMs) =>
        colourAt(rows, partials, atMs, palette.get()),
      )
    }
    draw()
    const stop = levels.subscribe(draw)
    const resized = new ResizeObserver(draw)
    if (canvas.current !== null) resized.observe(canvas.current)
    return () => {
      stop()
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
