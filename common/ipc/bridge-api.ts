import type { Result } from '../errors'
import type { CallName, EventName, SendName } from './channels'
import type { CallInput, CallResult, EventPayload, SendInput } from './contract'

/** `window.parley` of a page: it has only the channels of the page's role. */
export interface ParleyBridge {
  call<C extends CallName>(name: C, input: CallInput<C>): Promise<Result<CallResult<C>>>
  send<S extends SendName>(name: S, input: SendInput<S>): void
  /** Imports files that a person dropped on the window. */
  importFiles(files: readonly File[]): Promise<Result<undefined>>
  /** Adds a listener and returns the function that removes it. */
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void
}

declare global {
  interface Window {
    readonly parley: ParleyBridge
  }
}
