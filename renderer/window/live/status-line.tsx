import { useEffect, useRef } from 'react'
import { messages } from '../../../preload/messages'
import { Chip, Dot } from '../components/chip'
import { useParley } from '../context'
import { clock } from '../format'
import { useSelected, useStore } from '../stores/store'
import { useNow } from '../use-now'
import { connectionFact, noticeFacts, savedFact } from './facts'
import styles from './live.module.css'

/** The facts of a recording, each with its own word: time, microphone, live delay, saved. */
export function StatusLine() {
  const { stores } = useParley()
  const status = useStore(stores.status)
  const now = useNow(1000)
  const connection = connectionFact(status)
  const saved = savedFact(status, now)
  const text = messages.meeting.live
  const silent = status.notices.some(({ code }) => code === 'microphone-silent')
  return (
    <div className={styles['status']}>
      <Chip tone="rec" title={text.elapsed} data-fact="time">
        <Dot />
        {clock(status.elapsedMs)}
      </Chip>
      <Microphone silent={silent} />
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

function Microphone({ silent }: { readonly silent: boolean }) {
  const { stores } = useParley()
  const heard = useStore(stores.levels.hearing)
  const hearing = silent ? 'silent' : heard
  const text = messages.meeting.live
  const words = { sound: text.microphone, silent: text.microphoneSilent, loud: text.microphoneLoud }
  return (
    <Chip tone={hearing === 'sound' ? 'plain' : 'warn'} data-fact="microphone">
      {words[hearing]}
      <Meter />
    </Chip>
  )
}

const meterBars = 4

/** The last four levels, set on the elements themselves: ten times a second is not for React. */
function Meter() {
  const { levels } = useParley().stores
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
    <span
      className={styles['meter']}
      ref={meter}
      role="img"
      aria-label={messages.meeting.live.microphoneLevel}
    >
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
