import { createStore, type Readable } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

/** Meetings that were still recording when Parley last ended; the newest first. */
export interface Recovered {
  readonly ids: Readable<readonly string[]>
  /** Does not offer this meeting again until the next start. */
  readonly keepForLater: (meetingId: string) => Promise<void>
  /** A meeting that a person has opened is no longer offered. */
  readonly opened: (meetingId: string) => Promise<void>
}

export function createRecovered(main: MainProcess, { notices }: { notices: Notices }): Recovered {
  const ids = createStore<readonly string[]>([])
  main.load('meetings:recovered', ids.set)
  async function answer(id: string, answer: 'opened' | 'later'): Promise<void> {
    const offered = ids.get()
    if (!offered.includes(id)) return
    ids.set(offered.filter((other) => other !== id))
    const answered = await main.call('meetings:answer-recovered', { id, answer })
    if (!answered.ok) notices.show(answered.error)
  }
  return {
    ids,
    keepForLater: (meetingId) => answer(meetingId, 'later'),
    opened: (meetingId) => answer(meetingId, 'opened'),
  }
}
