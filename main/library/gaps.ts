import type { Gap } from '../../preload/model'
import type { Result } from '../../preload/errors'
import { toGap, type GapRow } from './check'
import { attempt, type Database } from './database'

export interface Gaps {
  /** Stores a gap under its id; a later one of the same id replaces it, such as when it is filled. */
  upsert(meetingId: string, gap: Gap): Result<undefined>
  /** In the order of the time line; that the words of a file were once to come is no gap. */
  list(meetingId: string): Result<Gap[]>
  /** Those of all meetings whose sound is there and whose words are not; the newest meeting first. */
  unfilled(): Result<UnfilledGap[]>
}

export interface UnfilledGap {
  readonly meetingId: string
  readonly gap: Gap
}

/** `check` is told of each meeting whose gaps changed. */
export function createGaps(database: Database, check: (meetingId: string) => void): Gaps {
  const upsert = database.statement(`
    INSERT INTO gaps (id, meeting_id, source, start_ms, end_ms, reason, sound, filled)
    VALUES (:id, :meetingId, :source, :startMs, :endMs, :reason, :sound, :filled)
    ON CONFLICT (meeting_id, id) DO UPDATE SET
      source = excluded.source, start_ms = excluded.start_ms, end_ms = excluded.end_ms,
      reason = excluded.reason, sound = excluded.sound, filled = excluded.filled`)
  const list = database.statement<GapRow>(
    `SELECT * FROM gaps WHERE meeting_id = :meetingId
    AND NOT (reason = 'import' AND filled = 1) ORDER BY start_ms, end_ms, id`,
  )
  const unfilled = database.statement<GapRow & { meeting_id: string }>(`
    SELECT gaps.* FROM gaps JOIN meetings ON meetings.id = gaps.meeting_id
    WHERE gaps.filled = 0 AND gaps.sound = 1 AND meetings.binned_at IS NULL
    ORDER BY meetings.started_at DESC, gaps.start_ms, gaps.end_ms, gaps.id`)
  return {
    upsert: (meetingId, gap) =>
      attempt(() =>
        database.durably(() => {
          const { sound, filled } = gap
          upsert.run({ ...gap, meetingId, sound: sound ? 1 : 0, filled: filled ? 1 : 0 })
          check(meetingId)
          return undefined
        }),
      ),
    list: (meetingId) => attempt(() => list.all({ meetingId }).map(toGap)),
    unfilled: () =>
      attempt(() =>
        unfilled.all({}).map((row) => ({ meetingId: row.meeting_id, gap: toGap(row) })),
      ),
  }
}
