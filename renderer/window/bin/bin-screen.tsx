import { useState } from 'react'
import { messages } from '../../../common/text/window'
import type { Meeting } from '../../../common/model'
import { Button } from '../components/button'
import { Buttons } from '../components/card'
import { Confirm } from '../components/confirm'
import { useFocusStays } from '../components/use-focus-stays'
import { useParley } from '../context'
import { duration, longDate } from '../format'
import { useStore } from '../../shared/store'
import { startThere } from '../time-zone'
import { useNow } from '../use-now'
import styles from './bin.module.css'
import { daysLeft } from './days-left'

const text = messages.library.bin
const minute = 60_000

/** What the confirmation is about: one meeting, or all of them. */
type Question = Meeting | 'all' | null

/** The meetings in the bin, and how long each one stays. */
export function BinScreen() {
  const parley = useParley()
  const meetings = useStore(parley.bin.meetings)
  const place = useFocusStays<HTMLElement>(meetings)
  const now = useNow(minute)
  const [question, setQuestion] = useState<Question>(null)
  const close = () => setQuestion(null)
  const confirm = () => {
    close()
    if (question === 'all') void parley.bin.empty()
    else if (question) void parley.bin.remove(question.id)
  }
  return (
    <main ref={place} className={styles['screen']}>
      <header className={styles['head']}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles['sub']}>{meetings.length === 0 ? text.isEmpty : text.text}</p>
        </div>
        <Button disabled={meetings.length === 0} onClick={() => setQuestion('all')}>
          {text.empty}
        </Button>
      </header>
      <ul className={styles['list']}>
        {meetings.map((meeting) => (
          <li key={meeting.id} className={styles['meeting']} aria-label={meeting.title}>
            <div className={styles['words']}>
              <h2 className={styles['title']} dir="auto">
                {meeting.title}
              </h2>
              <p className={styles['sub']}>
                {[
                  longDate(startThere(meeting), now),
                  duration(meeting.durationMs),
                  text.left(daysLeft(meeting.binnedAt ?? now, now)),
                ].join(' · ')}
              </p>
            </div>
            <Buttons className={styles['buttons']}>
              <Button onClick={() => void parley.bin.restore(meeting.id)}>
                {messages.library.menu.restore}
              </Button>
              <Button onClick={() => setQuestion(meeting)}>{messages.library.menu.delete}</Button>
            </Buttons>
          </li>
        ))}
      </ul>
      <Confirm
        open={question !== null}
        title={titleOf(question, meetings.length)}
        text={question === 'all' ? text.confirmEmptyText : text.confirmDeleteText}
        action={text.delete}
        onConfirm={confirm}
        onClose={close}
      />
    </main>
  )
}

function titleOf(question: Question, count: number): string {
  return question === 'all' || question === null
    ? text.confirmEmpty(count)
    : text.confirmDelete(question.title)
}
