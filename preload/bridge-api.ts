import type {
  CallInput,
  CallName,
  CallResult,
  EventName,
  EventPayload,
  SendInput,
  SendName,
} from './contract'
import type { Result } from './errors'

/** What a page finds as `window.parley`; each role's bridge has only the channels of that role. */
export interface ParleyBridge {
  call<C extends CallName>(name: C, input: CallInput<C>): Promise<Result<CallResult<C>>>
  send<S extends SendName>(name: S, input: SendInput<S>): void
  /** Brings in files that a person dropped on the window. */
  importFiles(files: readonly File[]): Promise<Result<undefined>>
  /** Returns the function that stops listening. */
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void
}

declare global {
  interface Window {
    readonly parley: ParleyBridge
  }
}
