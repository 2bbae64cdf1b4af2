import { useEffect, useRef } from 'react'
import type { ErrorCode } from '../../../../common/errors'
import { messages } from '../../../../common/text/window'
import type { CapturedSource, SourceStatus } from '../../../../common/model'
import { connectionFact, noticeFacts } from '../../../shared/status-text'
import { Chip, Dot } from '../../components/chip'
import { useParley } from '../../context'
import { clock, timeOfDay } from '../../format'
import { useSelected, useStore } from '../../../shared/store'
import { useNow } from '../../use-now'
import { drawWithLevels } from './level-frames'
import { savedStatus, sourceStatus } from './status-text'
import styles from './live.module.css'

/** The status of a recording, each part with its own words: time, sources, delay, saved. */
export function StatusLine() {
  const parley = useParley()
  const status = useStore(parley.recording.status)
  // Redrawn once a second, also if main sends no status.
  useNow(1000)
  const connection = connectionFact(status)
  const saved = savedStatus(parley.recording.savedAgeMs())
  const text = messages.meeting.live
  return (
    <div className={styles['status']}>
      {status.state === 'paused' ? (
        <Chip tone="warn" title={text.elapsed} data-status="time">
          {text.paused} {clock(status.elapsedMs)}
        </Chip>
      ) : (
        <Chip tone="rec" title={text.elapsed} data-status="time">
          <Dot />
          {clock(status.elapsedMs)}
        </Chip>
      )}
      {status.state !== 'paused' &&
        status.sources
          .filter(({ state }) => state !== 'off')
          .map((source) => <SourceChip key={source.source} status={source} />)}
      <EndTimeChip />
      {status.muted && (
        <Chip tone="warn" data-status="muted">
          {text.muted}
        </Chip>
      )}
      {connection && (
        <Chip tone={connection.tone} data-status="connection">
          {connection.text}
        </Chip>
      )}
      {saved && (
        <Chip tone={saved.tone} data-status="saved">
          {saved.text}
        </Chip>
      )}
      {noticeFacts(status).map(({ text: words, tone }) => (
        <Chip key={words} tone={tone} data-status="notice">
          {words}
        </Chip>
      ))}
    </div>
  )
}

function EndTimeChip() {
  const endAt = useSelected(useParley().forgotten.state, (state) => state.endAt)
  if (endAt === null) return null
  const time = timeOfDay(endAt)
  const text = messages.meeting.forgotten
  return (
    <Chip title={text.asksAtText(time)} data-status="end-time">
      {text.asksAt(time)}
    </Chip>
  )
}

function SourceChip({ status }: { readonly status: SourceStatus }) {
  const parley = useParley()
  const { source, state, label } = status
  const heard = useStore(parley.recording.levels.of[source].hearing)
  const isSilent = useSelected(parley.recording.status, ({ notices }) =>
    notices.some(({ code }) => code === silentCode && source === 'microphone'),
  )
  const words = messages.meeting.live.source[source]
  const fact = sourceStatus(source, state, isSilent ? 'silent' : heard)
  return (
    <Chip tone={fact.tone} data-status={source} title={label ?? undefined}>
      {fact.text}
      {state === 'on' && <Meter source={source} label={words.level} />}
    </Chip>
  )
}

const silentCode: ErrorCode = 'microphone-silent'
const meterBars = 4

/** The last four levels. They change often, so the elements are updated without React. */
function Meter({ source, label }: { readonly source: CapturedSource; readonly label: string }) {
  const { recording, transcript } = useParley()
  const meter = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const levels = recording.levels.of[source]
    const draw = () => {
      const last = levels.bars().slice(-meterBars)
      meter.current?.childNodes.forEach((bar, index) => {
        const height = last[index - (meterBars - last.length)]?.height ?? 0
        if (bar instanceof HTMLElement) bar.style.height = `${2 + Math.round(height * 10)}px`
      })
    }
    return drawWithLevels({ recording, transcript }, draw)
  }, [recording, transcript, source])
  return (
    <span className={styles['meter']} ref={meter} role="img" aria-label={label}>
      <i />
      <i />
      <i />
      <i />
    </span>
  )
}

/** Whether this meeting is being recorded now. */
export function useIsLive(meetingId: string | null): boolean {
  const parley = useParley()
  return useSelected(
    parley.recording.status,
    (status) =>
      status.state !== 'idle' && status.meetingId !== null && status.meetingId === meetingId,
  )
}
