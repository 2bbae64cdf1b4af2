import type { EventName } from '../../common/ipc/channels'
import type { EventPayload } from '../../common/ipc/contract'
import type { RecorderEvent, SessionTested } from '../../common/model'

/** Events between parts of main that no page receives. */
interface MainOnlyEvents {
  /** There may be gaps to fill: audio without words was recorded, imported or restored. */
  'gaps:found': undefined
  /** This meeting needs no more words: it is in the bin. */
  'meetings:abandoned': { readonly id: string }
  /** A test of a key opened and ended a session, which is paid for. */
  'session-test:billed': NonNullable<SessionTested['billed']>
  /** The minutes of a meeting that are shown and exported are other ones. */
  'minutes:stored': { readonly id: string }
  /** A meeting hides more or less than before in exports and from language models. */
  'redactions:changed': { readonly id: string }
  /** What a meeting says of itself has changed. */
  'meetings:brief-changed': { readonly id: string }
  /** The recorder page can capture: after its first load, and each time it was opened again. */
  'recorder-page:ready': undefined
  /** The recorder page does not hang. */
  'recorder-page:alive': undefined
  /** The recorder page crashed, was killed, or hung. */
  'recorder-page:gone': undefined
  /** An event of a recording, from the recorder's worker. */
  'recorder-page:event': RecorderEvent
  /** An event of a sound check, from the recorder's worker. */
  'recorder-page:check-event': { readonly recordingId: string; readonly event: RecorderEvent }
  /** The engine on this computer listens on another port than before. */
  'local-engine:moved': undefined
  /** The engine's process ended while it loaded or ran this installed model. */
  'local-engine:model-crashed': { readonly id: string }
  /** Somebody signed in at a proxy: what it did not let through may be tried again. */
  'proxy:signed-in': undefined
  /** The main window was closed. */
  'window:closed': undefined
  /** The computer is about to sleep. There may be a second left, or none. */
  'power:suspend': undefined
  /** The computer is awake again. `uncountedMs`: how long the monotonic clock was stopped. */
  'power:resume': { readonly uncountedMs: number }
}

/** Every event of main with its payload: those of the contract, which pages receive, and its own. */
export type MainEvents = { [E in EventName]: EventPayload<E> } & MainOnlyEvents
export type MainEventName = keyof MainEvents

export type Listener<E extends MainEventName> = (payload: MainEvents[E]) => void

/**
 * Reports that something happened; it does not return before every listener has run. Each page
 * whose role may have an event of the contract receives it.
 */
export type Broadcast = <E extends MainEventName>(name: E, payload: MainEvents[E]) => void

/** Connects the parts of main, which do not know each other. */
export interface Events {
  readonly emit: Broadcast
  /** Listeners run in the order in which they were added. Returns the function that removes it. */
  readonly on: <E extends MainEventName>(name: E, listener: Listener<E>) => () => void
}

/** Creates a bus without listeners. An exception of a listener reaches the code that emits. */
export function createEvents(): Events {
  let listeners: { readonly [E in MainEventName]?: readonly Listener<E>[] } = {}
  return {
    emit: (name, payload) => {
      for (const listener of listeners[name] ?? []) listener(payload)
    },
    on: (name, listener) => {
      listeners = { ...listeners, [name]: [...(listeners[name] ?? []), listener] }
      return () => {
        const others = listeners[name]?.filter((other) => other !== listener)
        listeners = { ...listeners, [name]: others }
      }
    },
  }
}
