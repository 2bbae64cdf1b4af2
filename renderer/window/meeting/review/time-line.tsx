import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { messages } from '../../../../common/text/window'
import type { Waveform } from '../../../../common/model'
import { useParley } from '../../context'
import { clock } from '../../format'
import type { Player } from '../../transcript/model/transcript-session'
import { speakerName } from '../../../../common/speaker-name'
import { playedWordAt } from '../../transcript/playback/playback-position'
import type { Row } from '../../transcript/model/rows'
import { useSelected, useStore } from '../../../shared/store'
import { skipMs } from './review-keys'
import styles from './review.module.css'
import { drawTimeLine } from './time-line-drawing'

interface TimeLineProps {
  readonly meetingId: string
  readonly durationMs: number
  readonly rows: readonly Row[]
  readonly player: Player
}

const farMs = 60_000

/** The timeline of a meeting: its audio by speaker, its gaps, and the playback position. */
export function TimeLine({ meetingId, durationMs, rows, player }: TimeLineProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const slider = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const hover = useRef<HTMLDivElement>(null)
  const { annotations, meeting } = useParley()
  const marks = useSelected(annotations.state, (state) => state.marks)
  const palette = useStore(meeting.palette)
  const waveform = useWaveform(meetingId, durationMs)

  useEffect(() => {
    const draw = () => {
      if (canvas.current !== null)
        drawTimeLine(canvas.current, { waveform, rows, durationMs, palette })
    }
    draw()
    const resized = new ResizeObserver(draw)
    if (canvas.current !== null) resized.observe(canvas.current)
    // The colours follow the theme of the system and the theme of the settings.
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', draw)
    const chosen = new MutationObserver(draw)
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      resized.disconnect()
      chosen.disconnect()
      dark.removeEventListener('change', draw)
    }
  }, [waveform, rows, durationMs, palette])

  useEffect(() => {
    let second = -1
    const place = () => {
      const atMs = player.position()
      const share = Math.min(1, atMs / durationMs)
      if (head.current !== null) head.current.style.left = `${share * 100}%`
      if (Math.floor(atMs / 1000) === second) return
      second = Math.floor(atMs / 1000)
      slider.current?.setAttribute('aria-valuenow', String(second))
      slider.current?.setAttribute('aria-valuetext', positionText(rows, atMs, durationMs))
    }
    place()
    return player.onTick(place)
  }, [player, rows, durationMs])

  const timeAt = (event: PointerEvent): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return durationMs * Math.min(1, Math.max(0, (event.clientX - left) / width))
  }
  const showHover = (event: PointerEvent) => {
    if (hover.current === null) return
    const atMs = timeAt(event)
    const { left } = event.currentTarget.getBoundingClientRect()
    hover.current.style.left = `${event.clientX - left}px`
    hover.current.textContent = timeWithSpeaker(rows, atMs)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = sliderKey(event.key, player.position(), durationMs)
    if (to === null) return
    event.preventDefault()
    player.seek(to)
  }
  return (
    <div
      ref={slider}
      className={styles['timeLine']}
      role="slider"
      tabIndex={0}
      aria-label={messages.meeting.review.timeLine}
      aria-valuemin={0}
      aria-valuemax={Math.floor(durationMs / 1000)}
      aria-valuenow={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        player.seek(timeAt(event))
      }}
      onPointerMove={(event) => {
        showHover(event)
        if (event.currentTarget.hasPointerCapture(event.pointerId)) player.seek(timeAt(event))
      }}
    >
      <canvas ref={canvas} className={styles['picture']} />
      {marks.map(({ atMs }) => (
        <div
          key={atMs}
          className={styles['mark']}
          style={{ left: `${Math.min(100, (100 * atMs) / durationMs)}%` }}
        />
      ))}
      <div ref={head} className={styles['head']} />
      <div ref={hover} className={styles['hover']} />
    </div>
  )
}

/** The position that a key of the slider leads to, in ms; null for other keys. */
export function sliderKey(key: string, atMs: number, durationMs: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return atMs + skipMs
    case 'ArrowLeft':
    case 'ArrowDown':
      return atMs - skipMs
    case 'PageUp':
      return atMs + farMs
    case 'PageDown':
      return atMs - farMs
    case 'Home':
      return 0
    case 'End':
      return durationMs
    default:
      return null
  }
}

function timeWithSpeaker(rows: readonly Row[], atMs: number): string {
  const played = playedWordAt(rows, atMs)
  const row = played && rows[played.index]
  const time = clock(atMs)
  return row?.kind === 'turn' ? messages.meeting.review.speaking(time, speakerName(row.turn)) : time
}

function positionText(rows: readonly Row[], atMs: number, durationMs: number): string {
  return messages.meeting.review.atOf(timeWithSpeaker(rows, atMs), clock(durationMs))
}

const flat: Waveform = { durationMs: 0, levels: [] }

/** The loudness of a meeting; flat until main has measured it. */
function useWaveform(meetingId: string, durationMs: number): Waveform {
  const { meeting } = useParley()
  const [waveform, setWaveform] = useState(flat)
  useEffect(() => {
    let wanted = true
    void meeting.waveform(meetingId).then((answer) => {
      // If the audio cannot be read, the player says so and the line stays flat.
      if (wanted && answer.ok) setWaveform(answer.value)
    })
    return () => {
      wanted = false
    }
  }, [meeting, meetingId, durationMs])
  return waveform
}
