import type { ConnectionState } from '../../../preload/model'

export type ConnectionChange =
  /** A session began, with no audio to make up for. */
  | 'began'
  /** A session began or goes on, and what it is sent is older than a second. */
  | 'behind'
  | 'caught-up'
  /** The session is gone; the next try follows soon. */
  | 'lost'
  /** No session for now; tries go on slowly, or not at all. */
  | 'gave-up'

const table: Record<ConnectionState, Partial<Record<ConnectionChange, ConnectionState>>> = {
  connecting: { began: 'live', behind: 'catching-up', 'gave-up': 'offline' },
  live: { behind: 'catching-up', lost: 'connecting', 'gave-up': 'offline' },
  'catching-up': { 'caught-up': 'live', lost: 'connecting', 'gave-up': 'offline' },
  // A try that fails leaves it as it is, so that the status line does not flicker.
  offline: { began: 'live', behind: 'catching-up' },
}

/** The next state; the same one where the change means nothing in it. */
export function nextConnection(state: ConnectionState, change: ConnectionChange): ConnectionState {
  return table[state][change] ?? state
}
