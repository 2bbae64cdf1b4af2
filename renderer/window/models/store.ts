import { errorValue, type Result } from '../../../common/errors'
import type { ModelsState } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

/** The models that can be downloaded, and those on this computer. */
export interface Models {
  /** null until main has answered. */
  readonly state: Readable<ModelsState | null>
  readonly download: (id: string) => Promise<void>
  readonly pause: (id: string) => Promise<void>
  /** Stops a download and deletes what has arrived. */
  readonly cancel: (id: string) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly tryAgain: (id: string) => Promise<void>
  readonly chooseFolder: () => Promise<void>
  readonly chooseFiles: () => Promise<void>
  readonly licence: (id: string) => Promise<Result<string>>
}

const asideIn = (state: ModelsState | null) =>
  new Set(
    state?.models.filter(({ stage }) => stage.stage === 'set-aside').map(({ id }) => id) ?? [],
  )

export function createModels(main: MainProcess, { notices }: { notices: Notices }): Models {
  const state = createStore<ModelsState | null>(null)
  main.on('models:changed', (next) => {
    const before = asideIn(state.get())
    if (state.get() && [...asideIn(next)].some((id) => !before.has(id))) {
      notices.show(errorValue('model-set-aside'))
    }
    state.set(next)
  })
  main.load('models:state', state.set)
  /** A dialog that was closed is no failure. */
  const report = (done: Result<undefined>) => {
    if (done.ok || done.error.code !== 'cancelled') notices.report(done)
  }
  return {
    state,
    download: async (id) => report(await main.call('models:download', { id })),
    pause: async (id) => report(await main.call('models:pause', { id })),
    cancel: async (id) => report(await main.call('models:cancel', { id })),
    remove: async (id) => report(await main.call('models:remove', { id })),
    tryAgain: async (id) => report(await main.call('models:try-again', { id })),
    chooseFolder: async () => report(await main.call('models:choose-folder', undefined)),
    chooseFiles: async () => report(await main.call('models:choose-files', undefined)),
    licence: (id) => main.call('models:licence', { id }),
  }
}
