import type { Meeting } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

/** The list of meetings. */
export interface Meetings {
  /** The newest first, without those in the bin; null until main has answered. */
  readonly list: Readable<readonly Meeting[] | null>
}

export function createMeetings(main: MainProcess): Meetings {
  const list = createStore<readonly Meeting[] | null>(null)
  const known = () => list.get() ?? []
  main.on('meetings:changed', (meeting) => {
    list.set(
      meeting.binnedAt === null ? withMeeting(known(), meeting) : without(known(), meeting.id),
    )
  })
  main.on('meetings:removed', ({ id }) => list.set(without(known(), id)))
  main.load(
    'meetings:list',
    (meetings) => list.set(meetings.reduce(withMeeting, known())),
    () => list.set(known()),
  )
  return { list }
}

/** The list with this meeting in it, the newest first. */
function withMeeting(meetings: readonly Meeting[], meeting: Meeting): readonly Meeting[] {
  return [...without(meetings, meeting.id), meeting].sort((a, b) => b.startedAt - a.startedAt)
}

/** The meetings without this one; the same array if it is not in it. */
export function without(meetings: readonly Meeting[], id: string): readonly Meeting[] {
  return meetings.some((meeting) => meeting.id === id)
    ? meetings.filter((meeting) => meeting.id !== id)
    : meetings
}
