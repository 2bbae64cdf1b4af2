import type { Result } from '../../../common/errors'
import type { CalendarState } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

/** The calendar that a person chose. */
export interface Calendar {
  readonly state: Readable<CalendarState>
  readonly chooseFile: () => Promise<void>
  readonly setAddress: (address: string) => Promise<Result<unknown>>
  readonly remove: () => Promise<void>
  readonly refresh: () => void
  /** Whom the appointment of a meeting names; empty without one. */
  readonly people: (meetingId: string) => Promise<readonly string[]>
}

export function createCalendar(main: MainProcess, { notices }: { notices: Notices }): Calendar {
  const state = createStore<CalendarState>({
    isReading: false,
    readAt: null,
    next: [],
    error: null,
  })
  main.on('calendar:changed', state.set)
  main.load('calendar:state', state.set)
  return {
    state,
    chooseFile: async () => {
      const chosen = await main.call('calendar:choose-file', undefined)
      if (chosen.ok || chosen.error.code !== 'cancelled') notices.report(chosen)
    },
    setAddress: (address) => main.call('calendar:set-address', { address }),
    remove: async () => void notices.report(await main.call('calendar:remove', undefined)),
    refresh: () => void main.call('calendar:refresh', undefined),
    people: async (id) => {
      const people = await main.call('calendar:people', { id })
      return people.ok ? people.value : []
    },
  }
}
