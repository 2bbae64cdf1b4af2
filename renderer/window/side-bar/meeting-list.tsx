import { ContextMenu } from '@base-ui/react/context-menu'
import clsx from 'clsx'
import { memo, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Meeting } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { landmark } from '../components/landmark'
import popupStyles from '../components/popup.module.css'
import { useParley } from '../context'
import { MeetingItems } from '../meeting/meeting-menu'
import { useSelected, useStore } from '../../shared/store'
import { useNow } from '../use-now'
import { describeMeeting, describeRecording } from './describe'
import { groupMeetings, type MeetingGroup } from './group-meetings'
import styles from './side-bar.module.css'
import { useRows } from './use-rows'

const minute = 60_000
const side = landmark('aside')

/** The arrow keys move through the rows; Tab leaves the list. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll('button')]
  const at = rows.findIndex((row) => row === document.activeElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  const row = to === undefined ? undefined : rows[to]
  if (!row) return
  event.preventDefault()
  row.focus()
}

/**
 * Moves the focus to the next row, or to the previous one at the end, because this row is removed.
 */
function leaveRow(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-meeting]')]
  const at = rows.findIndex((row) => row === document.activeElement)
  ;(rows[at + 1] ?? rows[at - 1])?.focus()
}

/** The meeting of the row under an event; null outside the rows. */
function meetingOf(event: SyntheticEvent, meetings: readonly Meeting[]): Meeting | null {
  const row = event.target instanceof Element ? event.target.closest('[data-meeting]') : null
  const id = row?.getAttribute('data-meeting')
  return meetings.find((meeting) => meeting.id === id) ?? null
}

/** The meetings by day, the newest first, each with a context menu; the bin is at the bottom. */
export function MeetingList() {
  const parley = useParley()
  const meetings = useStore(parley.meetings.list) ?? []
  const openId = useSelected(parley.navigation.view, (view) =>
    view.screen === 'meeting' ? view.meetingId : null,
  )
  const [menuOf, setMenuOf] = useState<Meeting | null>(null)
  const { count, end, all } = useRows(meetings.length)
  const openAt = meetings.findIndex(({ id }) => id === openId)
  const drawn = meetings.slice(0, Math.max(count, openAt + 1))
  const groups = groupMeetings(drawn, useNow(minute))
  const tabStop = openAt >= 0 ? openId : meetings[0]?.id

  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const meeting = meetingOf(event, meetings)
    if (meeting && event.key === 'F2') parley.meeting.startRenaming(meeting.id)
    else if (meeting && event.key === 'Delete') {
      leaveRow(event)
      void parley.bin.move(meeting)
    } else {
      // The last row must be there before it gets the focus.
      if (event.key === 'End') flushSync(all)
      walk(event)
    }
  }
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        render={<nav aria-label={messages.shell.meetings} />}
        className={styles['list']}
        onKeyDown={keys}
        onContextMenu={(event) => {
          const meeting = meetingOf(event, meetings)
          setMenuOf(meeting)
          if (meeting === null) event.preventBaseUIHandler()
        }}
      >
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
                onOpen={parley.meeting.open}
              />
            ))}
          </section>
        ))}
        {drawn.length < meetings.length && <div ref={end} />}
        <BinRow />
      </ContextMenu.Trigger>
      <ContextMenu.Portal className={popupStyles['portal']} container={side}>
        <ContextMenu.Positioner className={popupStyles['positioner']}>
          <ContextMenu.Popup className={popupStyles['popup']} finalFocus={false}>
            {menuOf && <MeetingItems meeting={menuOf} />}
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}

/** Opens the bin; shown while there is a meeting in it. */
function BinRow() {
  const parley = useParley()
  const count = useSelected(parley.bin.meetings, (bin) => bin.length)
  const open = useSelected(parley.navigation.view, ({ screen }) => screen === 'bin')
  if (count === 0 && !open) return null
  return (
    <button
      type="button"
      className={clsx(styles['bin'], open && styles['open'])}
      aria-current={open ? 'page' : undefined}
      onClick={parley.navigation.openBin}
    >
      {messages.library.bin.row(count)}
    </button>
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
      data-meeting={meeting.id}
      className={clsx(styles['row'], open && styles['open'])}
      aria-current={open ? 'page' : undefined}
      tabIndex={tabStop ? 0 : -1}
      onClick={() => void onOpen(meeting.id)}
    >
      <span className={styles['title']} dir="auto">
        {meeting.title}
      </span>
      <span className={styles['about']}>
        {meeting.state === 'recording' ? (
          <RecordingAbout meeting={meeting} when={when} />
        ) : (
          describeMeeting(meeting, when)
        )}
      </span>
      {meeting.tags.length > 0 && (
        <span className={styles['tags']}>
          {meeting.tags.map((tag) => (
            <span key={tag} dir="auto">
              {tag}
            </span>
          ))}
        </span>
      )}
    </button>
  )
})

function RecordingAbout({ meeting, when }: Pick<MeetingRowProps, 'meeting' | 'when'>) {
  const parley = useParley()
  return useSelected(parley.recording.status, (status) => describeRecording(meeting, when, status))
}
