import { messages } from '../../preload/messages'
import type { Meeting } from '../../preload/model'
import { Button } from './components/button'
import { useParley } from './context'
import { dayOf, duration, timeOfDay } from './format'
import styles from './recovered-line.module.css'
import { useStore } from './stores/store'
import { useNow } from './use-now'

const minute = 60_000

const text = messages.shell.recovered

/** What the line says of the newest meeting without a clean stop, and of how many more there are. */
export function recoveredSentence(meeting: Meeting, more: number, now: number): string {
  const day = dayOf(meeting.startedAt, now)
  const name = day.kind === 'date' ? text.date(day.text) : text.day(day.text)
  const what = text.notClosed(name, timeOfDay(meeting.startedAt))
  const safe = meeting.durationMs >= 1000 ? text.safe(duration(meeting.durationMs)) : text.empty
  return [what, safe, more > 0 ? text.more(more) : ''].filter((part) => part !== '').join(' ')
}

/** One quiet line that offers the newest meeting that an earlier run of the app did not close. */
export function RecoveredLine() {
  const { stores, actions } = useParley()
  const ids = useStore(stores.recovered)
  const meetings = useStore(stores.meetings) ?? []
  const now = useNow(minute)
  const found = ids.flatMap((id) => meetings.find((meeting) => meeting.id === id) ?? [])
  const [newest] = found
  if (!newest) return null
  return (
    <section className={styles['line']} aria-label={text.label} data-recovered={newest.id}>
      <p>{recoveredSentence(newest, found.length - 1, now)}</p>
      <div className={styles['buttons']}>
        <Button look="quiet" onClick={() => void actions.openMeeting(newest.id)}>
          {text.open}
        </Button>
        <Button look="quiet" onClick={() => void actions.keepForLater(newest.id)}>
          {text.later}
        </Button>
      </div>
    </section>
  )
}
