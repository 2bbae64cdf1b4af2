import type {
  RetranscriptionPart,
  RetranscriptionState,
  TextDifference,
} from '../../../common/model'
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
  /** Takes the new text everywhere, with or without the turns that a person corrected. */
  readonly accept: (corrected: boolean) => Promise<void>
  /** What differs and was not decided yet. */
  readonly differences: Readable<readonly TextDifference[]>
  /** Whether both texts are shown in the place of the transcript. */
  readonly comparing: Store<boolean>
  /** Takes the new text of one turn, or keeps the text of today. */
  readonly choose: (key: string, take: boolean) => Promise<void>
}

export function createRetranscription(
  main: MainProcess,
  { notices }: { notices: Notices },
): Retranscription {
  const state = createStore<RetranscriptionState | null>(null)
  const differences = createStore<readonly TextDifference[]>([])
  const comparing = createStore(false)
  const follow = (next: RetranscriptionState | null) => {
    state.set(next)
    if (next?.step === 'comparing') void loadDifferences()
    else {
      differences.set([])
      comparing.set(false)
    }
  }
  async function loadDifferences(): Promise<void> {
    const found = await main.call('retranscription:differences', undefined)
    if (state.get()?.step === 'comparing' && notices.report(found)) differences.set(found.value)
  }
  main.on('retranscription:changed', follow)
  main.on('retranscription:failed', notices.show)
  main.load('retranscription:state', follow)
  return {
    state,
    request: createStore<RetranscriptionRequest | null>(null),
    start: async ({ meetingId: id, part }) => {
      notices.report(await main.call('retranscription:start', { id, part }))
    },
    cancel: async () => void notices.report(await main.call('retranscription:cancel', undefined)),
    accept: async (corrected) =>
      void notices.report(await main.call('retranscription:accept', { corrected })),
    differences,
    comparing,
    choose: async (key, take) =>
      void notices.report(await main.call('retranscription:choose', { key, take })),
  }
}
