import type { Result } from '../../../common/errors'
import type { EngineState, EngineUse } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

/** The on-device engine; its state is null until main has answered. */
export interface Engine {
  readonly state: Readable<EngineState | null>
  /** What it used for a meeting; null for one of the service. */
  readonly ofMeeting: (id: string) => Promise<Result<EngineUse | null>>
}

export function createEngine(main: MainProcess): Engine {
  const state = createStore<EngineState | null>(null)
  main.on('local-engine:changed', state.set)
  main.load('local-engine:state', state.set)
  return { state, ofMeeting: (id) => main.call('meetings:engine-use', { id }) }
}
