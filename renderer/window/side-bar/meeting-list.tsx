import clsx from 'clsx'
import { memo, type KeyboardEvent } from 'react'
import type { Meeting } from '../../../preload/model'
import { messages } from '../../../preload/messages'
import { useParley } from '../context'
import { useSelected, useStore } from '../stores/store'
import { useNow } from '../use-now'
import { describeMeeting } from './describe'
import { groupMeetings, type MeetingGroup } from './group-meetings'
import styles from './side-bar.module.css'

const minute = 60_000

/** The arrow keys walk the rows; Tab leaves the list. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll('button')]
  const at = rows.findIndex((row) => row === document.activeElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  const row = to === undefined ? undefined : rows[to]
  if (!row) return
  event.preventDefault()
  row.focus()
}

/** The meetings under their days, the newest first. */
export function MeetingList() {
  const { stores, actions } = useParley()
  const meetings = useStore(stores.meetings) ?? []
  const openId = useSelected(stores.view, (view) =>
    view.screen === 'meeting' ? view.meetingId : null,
  )
  const groups = groupMeetings(meetings, useNow(minute))
  const tabStop = meetings.some(({ id }) => id === openId) ? openId : meetings[0]?.id
  return (
    <nav className={styles['list']} aria-label={messages.shell.meetings} onKeyDown={walk}>
      {groups.map((group) => (
        <section key={group.name} className={styles['group']} aria-label={group.name}>
          <h2 className={styles['groupName']}>{group.name}</h2>
          {group.meetings.map((meeting) => (
            <MeetingRow
              key={meeting.id}
              meeting={meeting}
              when={group.when}
              open={meeting.id === openId}
              tabStop={meeting.id === tabStop}
              onOpen={actions.openMeeting}
            />
          ))}
        </section>
      ))}
    </nav>
  )
}

interface MeetingRowProps {
  readonly meeting: Meeting
  readonly when: MeetingGroup['when']
  readonly open: boolean
  readonly tabStop: boolean
  readonly onOpen: (meetingId: string) => Promise<void>
}

const MeetingRow = memo(function MeetingRow(props: MeetingRowProps) {
  const { meeting, when, open, tabStop, onOpen } = props
  return (
    <button
      type="button"
      className={clsx(styles['row'], open && styles['open'])}
      aria-current={open ? 'page' : undefined}
      tabIndex={tabStop ? 0 : -1}
      onClick={() => void onOpen(meeting.id)}
    >
      <span className={styles['title']}>{meeting.title}</span>
      <span className={styles['about']}>{describeMeeting(meeting, when)}</span>
    </button>
  )
})
