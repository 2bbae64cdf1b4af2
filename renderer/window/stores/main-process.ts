import type { ParleyBridge } from '../../../common/ipc/bridge-api'
import type { CallName, EventName } from '../../../common/ipc/channels'
import type { CallInput, CallResult, EventPayload } from '../../../common/ipc/contract'
import type { ErrorValue } from '../../../common/errors'
import { createCall, type Call } from '../../shared/call'

/** The calls without an input: those that give the state of a feature. */
type StateCall = { [C in CallName]: CallInput<C> extends undefined ? C : never }[CallName]

/** The main process as a feature of the window uses it. */
export interface MainProcess {
  readonly call: Call
  readonly importFiles: ParleyBridge['importFiles']
  /** Listens to an event for as long as the window is open. */
  readonly on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => void
  /**
   * Asks for the first state of a feature. A feature calls `on` before `load`, so that it misses
   * no change in between. `failed` runs if main has no answer; the failure is shown anyway.
   */
  readonly load: <C extends StateCall>(
    name: C,
    set: (value: CallResult<C>) => void,
    failed?: () => void,
  ) => void
}

export interface Connection extends MainProcess {
  /** Resolves when every first state has arrived; gives the failures among the answers. */
  readonly loaded: () => Promise<readonly ErrorValue[]>
  /** Stops listening to every event. */
  readonly close: () => void
}

/** Connects the features of a window with main over its bridge. */
export function connect(bridge: ParleyBridge): Connection {
  const call = createCall(bridge)
  const stops: (() => void)[] = []
  const loading: Promise<ErrorValue | null>[] = []
  return {
    call,
    importFiles: (files) => bridge.importFiles(files),
    on: (name, listener) => void stops.push(bridge.on(name, listener)),
    load: (name, set, failed) => {
      const load = async (): Promise<ErrorValue | null> => {
        const answer = await call(name, undefined as CallInput<typeof name>)
        // Set at once: an event that arrives after the answer is newer.
        if (answer.ok) set(answer.value)
        else failed?.()
        return answer.ok ? null : answer.error
      }
      loading.push(load())
    },
    loaded: async () => (await Promise.all(loading)).filter((error) => error !== null),
    close: () => stops.forEach((stop) => stop()),
  }
}
