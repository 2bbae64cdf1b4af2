import type { ConnectionState } from '../../../common/model'

export type ConnectionChange =
  /** A session began, and no old sound is waiting. */
  | 'began'
  /** A session began or continues, and what it is sent is more than a second old. */
  | 'behind'
  | 'caught-up'
  /** The session is gone. The next try follows soon. */
  | 'lost'
  /** The session ends because of a long silence. The next sound opens one. */
  | 'fell-silent'
  /** There is no session for now. Tries continue slowly, or not at all. */
  | 'gave-up'

const table: Record<ConnectionState, Partial<Record<ConnectionChange, ConnectionState>>> = {
  connecting: { began: 'live', behind: 'catching-up', 'gave-up': 'offline' },
  live: {
    behind: 'catching-up',
    lost: 'connecting',
    'fell-silent': 'waiting',
    'gave-up': 'offline',
  },
  'catching-up': {
    'caught-up': 'live',
    lost: 'connecting',
    'fell-silent': 'waiting',
    'gave-up': 'offline',
  },
  waiting: { began: 'live', behind: 'catching-up', lost: 'connecting', 'gave-up': 'offline' },
  // A failed try does not change it, so that the status line does not flicker.
  offline: { began: 'live', behind: 'catching-up' },
}

/** Returns the next state; the same one if the change has no meaning in it. */
export function nextConnection(state: ConnectionState, change: ConnectionChange): ConnectionState {
  return table[state][change] ?? state
}
