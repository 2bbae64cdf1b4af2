import type { CallAnswer, CallsState } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

/** Calls of other programs, which Parley offers to record. */
export interface Calls {
  readonly state: Readable<CallsState>
  readonly answer: (answer: CallAnswer) => void
}

export function createCalls(main: MainProcess): Calls {
  const state = createStore<CallsState>({ isPossible: true, offer: null })
  main.on('calls:changed', (offer) => state.set({ ...state.get(), offer }))
  main.load('calls:state', state.set)
  return { state, answer: (answer) => void main.call('calls:answer', { answer }) }
}
