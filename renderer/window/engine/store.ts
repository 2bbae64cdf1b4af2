import type { EngineState } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

/** The on-device engine; its state is null until main has answered. */
export interface Engine {
  readonly state: Readable<EngineState | null>
}

export function createEngine(main: MainProcess): Engine {
  const state = createStore<EngineState | null>(null)
  main.on('local-engine:changed', state.set)
  main.load('local-engine:state', state.set)
  return { state }
}
