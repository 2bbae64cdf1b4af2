import type { ErrorValue } from '../../../common/errors'
import type { Level, SoundCheck, Source } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

/** The last level of each source while the check listens. */
export type CheckLevels = Readonly<Partial<Record<Source, Level>>>

/** The sound check before a meeting. */
export interface SoundCheckFeature {
  /** null while its panel is closed. */
  readonly state: Readable<SoundCheck | null>
  /** Why the check could not start. */
  readonly error: Readable<ErrorValue | null>
  readonly levels: Readable<CheckLevels>
  /** Starts a new check. */
  readonly start: () => Promise<void>
  readonly end: () => Promise<void>
}

export function createSoundCheck(main: MainProcess): SoundCheckFeature {
  const state = createStore<SoundCheck | null>(null)
  const error = createStore<ErrorValue | null>(null)
  const levels = createStore<CheckLevels>({})
  main.on('sound-check:changed', (check) => {
    state.set(check)
    if (check.state === 'done') levels.set({})
  })
  main.on('sound-check:level', (level) => levels.set({ ...levels.get(), [level.source]: level }))
  return {
    state,
    error,
    levels,
    start: async () => {
      state.set(null)
      error.set(null)
      levels.set({})
      const started = await main.call('sound-check:start', undefined)
      if (!started.ok) error.set(started.error)
    },
    end: async () => {
      await main.call('sound-check:end', undefined)
      state.set(null)
    },
  }
}
