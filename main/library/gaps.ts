import type { Gap } from '../../preload/model'
import type { Result } from '../../preload/errors'
import { attempt, type Database } from './database'

export interface Gaps {
  /** Stores a gap under its id; a later one of the same id replaces it, such as when it is filled. */
  upsert(meetingId: string, gap: Gap): Result<undefined>
  /** In the order of the time line. */
  list(meetingId: string): Result<Gap[]>
  /** Those of all meetings whose sound is there and whose words are not; the newest meeting first. */
  unfilled(): Result<UnfilledGap[]>
}

export interface UnfilledGap {
  readonly meetingId: string
  readonly gap: Gap
}

type GapRow = Omit<Gap, 'filled' | 'sound' | 'startMs' | 'endMs'> & {
  start_ms: number
  end_ms: number
  filled: number
  sound: number
}

export function createGaps(database: Database): Gaps {
  const upsert = database.statement(`
    INSERT INTO gaps (id, meeting_id, source, start_ms, end_ms, reason, sound, filled)
    VALUES (:id, :meetingId, :source, :startMs, :endMs, :reason, :sound, :filled)
    ON CONFLICT (meeting_id, id) DO UPDATE SET
      source = excluded.source, start_ms = excluded.start_ms, end_ms = excluded.end_ms,
      reason = excluded.reason, sound = excluded.sound, filled = excluded.filled`)
  const list = database.statement<GapRow>(
    'SELECT * FROM gaps WHERE meeting_id = :meetingId ORDER BY start_ms, end_ms, id',
  )
  const unfilled = database.statement<GapRow & { meeting_id: string }>(`
    SELECT gaps.* FROM gaps JOIN meetings ON meetings.id = gaps.meeting_id
    WHERE gaps.filled = 0 AND gaps.sound = 1
    ORDER BY meetings.started_at DESC, gaps.start_ms, gaps.end_ms, gaps.id`)
  return {
    upsert: (meetingId, gap) =>
      attempt(
        () =>
          void database.durably(() =>
            upsert.run({ ...gap, meetingId, sound: gap.sound ? 1 : 0, filled: gap.filled ? 1 : 0 }),
          ),
      ),
    list: (meetingId) => attempt(() => list.all({ meetingId }).map(toGap)),
    unfilled: () =>
      attempt(() =>
        unfilled.all({}).map((row) => ({ meetingId: row.meeting_id, gap: toGap(row) })),
      ),
  }
}

function toGap(row: GapRow): Gap {
  return {
    id: row.id,
    source: row.source,
    startMs: row.start_ms,
    endMs: row.end_ms,
    reason: row.reason,
    sound: row.sound === 1,
    filled: row.filled === 1,
  }
}
