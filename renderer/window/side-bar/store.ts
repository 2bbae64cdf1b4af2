import type { Meeting } from '../../../common/model'
import { unpackMeetings } from '../../../common/model/packed'
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
    const others = without(known(), meeting.id)
    list.set(meeting.binnedAt === null ? newestFirst([...others, meeting]) : others)
  })
  main.on('meetings:removed', ({ id }) => list.set(without(known(), id)))
  main.load(
    'meetings:list',
    (packed) => {
      const meetings = unpackMeetings(packed)
      const ids = new Set(meetings.map(({ id }) => id))
      list.set(newestFirst([...meetings, ...known().filter(({ id }) => !ids.has(id))]))
    },
    () => list.set(known()),
  )
  return { list }
}

function newestFirst(meetings: readonly Meeting[]): readonly Meeting[] {
  return meetings.toSorted((a, b) => b.startedAt - a.startedAt)
}

/** The meetings without this one; the same array if it is not in it. */
export function without(meetings: readonly Meeting[], id: string): readonly Meeting[] {
  return meetings.some((meeting) => meeting.id === id)
    ? meetings.filter((meeting) => meeting.id !== id)
    : meetings
}
