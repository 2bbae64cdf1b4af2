import { monotonicNow } from '../../../common/clock'
import type { ForgottenState } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

/** Whether the running recording was forgotten. */
export interface Forgotten {
  readonly state: Readable<ForgottenState>
  /** How long the question still waits for an answer, in ms. */
  readonly leftMs: () => number
  readonly keep: () => void
  /** Asks at this time, in ms since 1970, whether the recording stops; null for never. */
  readonly setEnd: (at: number | null) => Promise<void>
}

export function createForgotten(main: MainProcess, { notices }: { notices: Notices }): Forgotten {
  const state = createStore<ForgottenState>({ endAt: null, question: null })
  let receivedAt = 0
  const take = (next: ForgottenState) => {
    receivedAt = monotonicNow()
    state.set(next)
  }
  main.on('forgotten:changed', take)
  main.load('forgotten:state', take)
  return {
    state,
    leftMs: () => {
      const leftMs = state.get().question?.leftMs ?? 0
      return Math.max(0, leftMs - (monotonicNow() - receivedAt))
    },
    keep: () => void main.call('forgotten:keep', undefined),
    setEnd: async (at) => void notices.report(await main.call('forgotten:set-end', { at })),
  }
}
