import { useRef, useState } from 'react'
import { messages } from '../../../common/text/window'
import type { Meeting } from '../../../common/model'
import { useSelected } from '../../shared/store'
import { useFocusAfter } from '../components/use-focus-after'
import { useParley } from '../context'
import { longDate } from '../format'
import { momentOfField, startField, startThere } from '../time-zone'
import { useNow } from '../use-now'
import styles from './meeting.module.css'

const text = messages.library.date
const minute = 60_000

interface Props {
  readonly meeting: Meeting
  /** It cannot be changed now, since the meeting is being recorded. */
  readonly fixed: boolean
}

/** When the open meeting began, where it was recorded; a click turns it into a field. */
export function MeetingDate({ meeting, fixed }: Props) {
  const parley = useParley()
  const now = useNow(minute)
  const readOnly = useSelected(parley.notices.readOnly, (error) => error !== null)
  const [editing, setEditing] = useState(false)
  const button = useFocusAfter(editing)
  const date = longDate(startThere(meeting), now)
  if (fixed) return date
  if (editing) return <DateField meeting={meeting} onEnd={() => setEditing(false)} />
  return (
    <button
      ref={button}
      type="button"
      className={styles['dateButton']}
      title={text.edit}
      disabled={readOnly}
      onClick={() => setEditing(true)}
    >
      {date}
    </button>
  )
}

function DateField({ meeting, onEnd }: { readonly meeting: Meeting; readonly onEnd: () => void }) {
  const parley = useParley()
  const before = startField(meeting)
  const field = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  /** Enter, Escape and leaving the field all end the edit; only the first one counts. */
  const end = (save: boolean) => {
    if (done.current) return
    done.current = true
    onEnd()
    const value = field.current?.value ?? ''
    const startedAt = momentOfField(value, meeting.timeZone)
    if (save && startedAt !== null && value !== before) {
      void parley.corrections.edit({ kind: 'date', startedAt })
    }
  }
  return (
    <input
      ref={field}
      type="datetime-local"
      className={styles['dateField']}
      aria-label={text.field}
      min="1970-01-02T00:00"
      max="9999-12-30T23:59"
      defaultValue={before}
      autoFocus
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        end(event.key === 'Enter')
      }}
    />
  )
}
