import type { Result } from '../../../common/errors'
import type { Settings, SettingsPatch } from '../../../common/model'
import { createStore, type Store } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

export interface SettingsFeature {
  /** null until main has answered. */
  readonly current: Store<Settings | null>
  readonly save: (patch: SettingsPatch) => Promise<Result<Settings>>
}

export function createSettings(
  main: MainProcess,
  { notices }: { notices: Notices },
): SettingsFeature {
  const current = createStore<Settings | null>(null)
  main.on('settings:changed', current.set)
  main.load('settings:get', current.set)
  return {
    current,
    save: async (patch) => {
      const saved = await main.call('settings:set', patch)
      if (notices.report(saved)) current.set(saved.value)
      return saved
    },
  }
}
