import { useEffect, useRef } from 'react'
import type { ErrorCode } from '../../../preload/errors'
import { messages } from '../../../preload/messages'
import type { CapturedSource, SourceStatus } from '../../../preload/model'
import { connectionFact, noticeFacts } from '../../shared/facts'
import { Chip, Dot } from '../components/chip'
import { useParley } from '../context'
import { clock } from '../format'
import { useSelected, useStore } from '../stores/store'
import { useNow } from '../use-now'
import { savedFact, sourceFact } from './facts'
import styles from './live.module.css'

/** The facts of a recording, each with its own word: time, sources, live delay, saved. */
export function StatusLine() {
  const { stores } = useParley()
  const status = useStore(stores.status)
  const now = useNow(1000)
  const connection = connectionFact(status)
  const saved = savedFact(status, now)
  const text = messages.meeting.live
  return (
    <div className={styles['status']}>
      {status.state === 'paused' ? (
        <Chip tone="warn" title={text.elapsed} data-fact="time">
          {text.paused} {clock(status.elapsedMs)}
        </Chip>
      ) : (
        <Chip tone="rec" title={text.elapsed} data-fact="time">
          <Dot />
          {clock(status.elapsedMs)}
        </Chip>
      )}
      {status.state !== 'paused' &&
        status.sources
          .filter(({ state }) => state !== 'off')
          .map((source) => <SourceChip key={source.source} status={source} />)}
      {connection && (
        <Chip tone={connection.tone} data-fact="connection">
          {connection.text}
        </Chip>
      )}
      {saved && (
        <Chip tone={saved.tone} data-fact="saved">
          {saved.text}
        </Chip>
      )}
      {noticeFacts(status).map(({ text: words, tone }) => (
        <Chip key={words} tone={tone} data-fact="notice">
          {words}
        </Chip>
      ))}
    </div>
  )
}

function SourceChip({ status }: { readonly status: SourceStatus }) {
  const { stores } = useParley()
  const { source, state, label } = status
  const heard = useStore(stores.levels.of[source].hearing)
  const isSilent = useSelected(stores.status, ({ notices }) =>
    notices.some(({ code }) => code === silentCode && source === 'microphone'),
  )
  const words = messages.meeting.live.source[source]
  const fact = sourceFact(source, state, isSilent ? 'silent' : heard)
  return (
    <Chip tone={fact.tone} data-fact={source} title={label ?? undefined}>
      {fact.text}
      {state === 'on' && <Meter source={source} label={words.level} />}
    </Chip>
  )
}

const silentCode: ErrorCode = 'microphone-silent'
const meterBars = 4

/** The last four levels, set on the elements themselves: ten times a second is not for React. */
function Meter({ source, label }: { readonly source: CapturedSource; readonly label: string }) {
  const levels = useParley().stores.levels.of[source]
  const meter = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const draw = () => {
      const last = levels.bars().slice(-meterBars)
      meter.current?.childNodes.forEach((bar, index) => {
        const height = last[index - (meterBars - last.length)]?.height ?? 0
        if (bar instanceof HTMLElement) bar.style.height = `${2 + Math.round(height * 10)}px`
      })
    }
    draw()
    return levels.subscribe(draw)
  }, [levels])
  return (
    <span className={styles['meter']} ref={meter} role="img" aria-label={label}>
      <i />
      <i />
      <i />
      <i />
    </span>
  )
}

/** Shown in the list and the button too, and in one more place: the state of the session. */
export function useIsLive(meetingId: string | null): boolean {
  const { stores } = useParley()
  return useSelected(
    stores.status,
    (status) =>
      status.state !== 'idle' && status.meetingId !== null && status.meetingId === meetingId,
  )
}
