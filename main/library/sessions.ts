import type { Source } from '../../common/model'
import type { Result } from '../../common/errors'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** One connection to an engine. The times of its words are relative to `offsetMs`. */
export interface StoredSession {
  id: string
  source: Source
  model: string
  offsetMs: number
  /** Milliseconds since 1970. */
  openedAt: number
}

export interface Sessions {
  add(meetingId: string, session: StoredSession): Result<undefined>
  /** Oldest first. */
  list(meetingId: string): Result<StoredSession[]>
}

type SessionRow = Omit<StoredSession, 'offsetMs' | 'openedAt'> & {
  offset_ms: number
  opened_at: number
}

export function createSessions(database: Database): Sessions {
  const add = database.statement(`
    INSERT INTO sessions (meeting_id, id, source, model, offset_ms, opened_at)
    VALUES (:meetingId, :id, :source, :model, :offsetMs, :openedAt)
    ON CONFLICT (meeting_id, id) DO UPDATE SET
      source = excluded.source, model = excluded.model, offset_ms = excluded.offset_ms`)
  const list = database.statement<SessionRow>(
    'SELECT * FROM sessions WHERE meeting_id = :meetingId ORDER BY opened_at, offset_ms, id',
  )
  return {
    add: (meetingId, session) => attempt(() => void add.run({ ...session, meetingId })),
    list: (meetingId) =>
      attempt(() =>
        list.all({ meetingId }).map((row) => ({
          id: row.id,
          source: row.source,
          model: row.model,
          offsetMs: row.offset_ms,
          openedAt: row.opened_at,
        })),
      ),
  }
}
