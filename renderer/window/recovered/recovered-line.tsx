import { messages } from '../../../common/text/window'
import type { Meeting } from '../../../common/model'
import { useStore } from '../../shared/store'
import { OfferLine } from '../components/offer-line'
import { useParley } from '../context'
import { dayOf, duration, timeOfDay } from '../format'
import { startThere } from '../time-zone'
import { useNow } from '../use-now'

const minute = 60_000

const text = messages.shell.recovered

/** What the line says about the newest recovered meeting, and how many more there are. */
export function recoveredSentence(meeting: Meeting, more: number, now: number): string {
  const startedAt = startThere(meeting)
  const day = dayOf(startedAt, now)
  const name = day.kind === 'date' ? text.date(day.text) : text.day(day.text)
  const what = text.notClosed(name, timeOfDay(startedAt))
  const safe = meeting.durationMs >= 1000 ? text.safe(duration(meeting.durationMs)) : text.empty
  return [what, safe, more > 0 ? text.more(more) : ''].filter((part) => part !== '').join(' ')
}

/** Offers the newest meeting that was still recording when Parley last ended. */
export function RecoveredLine() {
  const { recovered, meetings, meeting } = useParley()
  const ids = useStore(recovered.ids)
  const list = useStore(meetings.list) ?? []
  const now = useNow(minute)
  const found = ids.flatMap((id) => list.find((other) => other.id === id) ?? [])
  const [newest] = found
  if (!newest) return null
  return (
    <OfferLine
      aria-label={text.label}
      data-recovered={newest.id}
      text={recoveredSentence(newest, found.length - 1, now)}
      actions={[
        { label: text.open, onClick: () => void meeting.open(newest.id) },
        { label: text.later, onClick: () => void recovered.keepForLater(newest.id) },
      ]}
    />
  )
}
