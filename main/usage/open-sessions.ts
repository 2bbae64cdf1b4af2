import type { RecorderEvent } from '../../common/model'
import type { PaidUses, StoredUse } from '../library'

type Began = Extract<RecorderEvent, { type: 'session-began' }>
type Extras = Extract<RecorderEvent, { type: 'session-extras' }>
type Ended = Extract<RecorderEvent, { type: 'session-ended' }>

/** Counts the seconds of the sessions that are open, and stores them as they pass. */
export interface OpenSessions {
  began(meetingId: string, event: Began): void
  /** What the session requests costs more: all of it is counted so. */
  extras(event: Extras): void
  /** The service's figure replaces the count. */
  ended(event: Ended): void
  /** The recorder is gone with all its connections. */
  lost(): void
  /** To be called once a second: a crash loses no more than this. Returns whether anything changed. */
  store(): boolean
}

export interface OpenSessionsOptions {
  readonly set: PaidUses['set']
  /** Milliseconds of a monotonic clock. */
  readonly monotonic: () => number
  /** ms since 1970. */
  readonly now: () => number
}

interface OpenSession {
  readonly use: Omit<StoredUse, 'seconds' | 'measured'>
  /** When the connection was made, by the monotonic clock. */
  readonly connectedAt: number
}

export function createOpenSessions({ set, monotonic, now }: OpenSessionsOptions): OpenSessions {
  const open = new Map<string, OpenSession>()
  /** What the library could not take yet. */
  const waiting = new Map<string, StoredUse>()

  const counted = ({ use, connectedAt }: OpenSession): StoredUse => {
    const seconds = Math.ceil((monotonic() - connectedAt) / 1_000)
    return { ...use, seconds, measured: false }
  }

  function write(use: StoredUse): void {
    if (set(use).ok) waiting.delete(use.id)
    else waiting.set(use.id, use)
  }

  return {
    began: (meetingId, { sessionId: id, model, extras, connectingMs }) => {
      const session = {
        use: { id, meetingId, model, extras, beganAt: now() },
        connectedAt: monotonic() - connectingMs,
      }
      open.set(id, session)
      write(counted(session))
    },
    extras: ({ sessionId, extras }) => {
      const session = open.get(sessionId)
      if (session === undefined) return
      const changed = { ...session, use: { ...session.use, extras } }
      open.set(sessionId, changed)
      write(counted(changed))
    },
    ended: ({ sessionId, billedSeconds }) => {
      const session = open.get(sessionId)
      if (session === undefined) return
      open.delete(sessionId)
      const count = counted(session)
      write(billedSeconds === null ? count : { ...count, seconds: billedSeconds, measured: true })
    },
    lost: () => {
      for (const session of open.values()) write(counted(session))
      open.clear()
    },
    store: () => {
      const uses = [...waiting.values(), ...[...open.values()].map(counted)]
      for (const use of uses) write(use)
      return uses.length > 0
    },
  }
}
