import type { RetranscriptionState, RetranscriptionPart } from '../../../common/model'
import { createStore, type Readable, type Store } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

/** A meeting, or turns of it, that a person wants to transcribe again. */
export interface RetranscriptionRequest {
  readonly meetingId: string
  readonly part: RetranscriptionPart
}

/** Transcribing a meeting again. */
export interface Retranscription {
  /** The one that is running; null if none is. */
  readonly state: Readable<RetranscriptionState | null>
  /** What a person asked for and has not confirmed yet. */
  readonly request: Store<RetranscriptionRequest | null>
  readonly start: (request: RetranscriptionRequest) => Promise<void>
  readonly cancel: () => Promise<void>
  /** Takes the new text although it has fewer words. */
  readonly accept: () => Promise<void>
}

export function createRetranscription(
  main: MainProcess,
  { notices }: { notices: Notices },
): Retranscription {
  const state = createStore<RetranscriptionState | null>(null)
  main.on('retranscription:changed', state.set)
  main.on('retranscription:failed', notices.show)
  main.load('retranscription:state', state.set)
  return {
    state,
    request: createStore<RetranscriptionRequest | null>(null),
    start: async ({ meetingId: id, part }) => {
      notices.report(await main.call('retranscription:start', { id, part }))
    },
    cancel: async () => void notices.report(await main.call('retranscription:cancel', undefined)),
    accept: async () => void notices.report(await main.call('retranscription:accept', undefined)),
  }
}
