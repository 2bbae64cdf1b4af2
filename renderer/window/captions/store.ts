import { createStore, type Readable } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

/** The captions window, seen from the main window. */
export interface Captions {
  /** Whether the captions window is open. */
  readonly shown: Readable<boolean>
  /** Opens or closes it. If it is open already, moves the keyboard focus there. */
  readonly show: (shown: boolean) => Promise<void>
}

export function createCaptions(main: MainProcess, { notices }: { notices: Notices }): Captions {
  const shown = createStore(false)
  main.on('captions:changed', shown.set)
  main.load('captions:shown', shown.set)
  return {
    shown,
    show: async (next) => void notices.report(await main.call('captions:show', { shown: next })),
  }
}
