import type { Meeting } from '../../../common/model'
import { createStore, type Readable, type Store } from '../../shared/store'
import type { Notices } from '../notices/store'
import { without } from '../side-bar/store'
import type { MainProcess } from '../stores/main-process'

/** The meetings in the bin. */
export interface Bin {
  /** The one that was moved there last comes first. */
  readonly meetings: Readable<readonly Meeting[]>
  /** The meeting that was moved there last, while Undo is offered. */
  readonly justMoved: Store<Meeting | null>
  readonly move: (meeting: Meeting) => Promise<void>
  readonly restore: (id: string) => Promise<void>
  /** Deletes a meeting with its audio; it cannot be restored. */
  readonly remove: (id: string) => Promise<void>
  readonly empty: () => Promise<void>
}

export function createBin(main: MainProcess, { notices }: { notices: Notices }): Bin {
  const meetings = createStore<readonly Meeting[]>([])
  const justMoved = createStore<Meeting | null>(null)
  main.on('meetings:changed', (meeting) => {
    const others = without(meetings.get(), meeting.id)
    meetings.set(meeting.binnedAt === null ? others : sorted([...others, meeting]))
  })
  main.on('meetings:removed', ({ id }) => meetings.set(without(meetings.get(), id)))
  main.load('bin:list', meetings.set)
  return {
    meetings,
    justMoved,
    move: async (meeting) => {
      const moved = await main.call('meetings:bin', { id: meeting.id })
      if (notices.report(moved)) justMoved.set(meeting)
    },
    restore: async (id) => {
      const restored = await main.call('bin:restore', { id })
      if (notices.report(restored) && justMoved.get()?.id === id) justMoved.set(null)
    },
    remove: async (id) => void notices.report(await main.call('bin:delete', { id })),
    empty: async () => void notices.report(await main.call('bin:empty', undefined)),
  }
}

function sorted(meetings: readonly Meeting[]): readonly Meeting[] {
  return meetings.toSorted((a, b) => (b.binnedAt ?? 0) - (a.binnedAt ?? 0))
}
