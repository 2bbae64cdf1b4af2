import { useEffect, useState } from 'react'
import type { Meeting } from '../../../common/model'
import { useStore } from '../../shared/store'
import { useParley } from '../context'
import { usageLine } from './usage-text'
import styles from './usage.module.css'

/** What a meeting has cost, by the models that answered; nothing if it was free. */
export function MeetingUsage({ meeting }: { readonly meeting: Meeting }) {
  const { usage } = useParley()
  const month = useStore(usage.month)
  const [line, setLine] = useState('')
  useEffect(() => {
    let isCurrent = true
    void usage.ofMeeting(meeting.id).then((used) => {
      if (isCurrent && used.ok) setLine(usageLine(used.value))
    })
    return () => {
      isCurrent = false
    }
    // It changes with the month, and with the words of jobs.
  }, [usage, meeting, month])
  return line === '' ? null : (
    <span className={styles['meeting']} data-usage="">
      {line}
    </span>
  )
}
