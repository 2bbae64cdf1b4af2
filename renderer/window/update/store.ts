import type { UpdateState } from '../../../common/model'
import { createStore, type Readable, type Store } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

/** New versions of Parley. */
export interface Update {
  readonly state: Readable<UpdateState>
  /** The version for which a person pressed Later. */
  readonly postponed: Store<string | null>
  /** Asks the update server now. */
  readonly check: () => Promise<void>
  /** Quits and starts the version that was downloaded. */
  readonly restart: () => Promise<void>
}

export function createUpdate(main: MainProcess, { notices }: { notices: Notices }): Update {
  const state = createStore<UpdateState>({
    stage: 'off',
    version: null,
    checkedAt: null,
    error: null,
  })
  main.on('update:changed', state.set)
  main.load('update:state', state.set)
  return {
    state,
    postponed: createStore<string | null>(null),
    check: async () => {
      const checked = await main.call('update:check', undefined)
      if (notices.report(checked)) state.set(checked.value)
    },
    restart: async () => void notices.report(await main.call('update:restart', undefined)),
  }
}
