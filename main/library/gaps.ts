import type { Gap } from '../../common/model'
import type { Result } from '../../common/errors'
import { toGap, type GapRow } from './coverage-cache'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

export interface Gaps {
  /** Stores a gap; one with the same id is replaced, for example when it was filled. */
  upsert(meetingId: string, gap: Gap): Result<undefined>
  /** In the order of the time line, without filled gaps of imports. */
  list(meetingId: string): Result<Gap[]>
  /** The gaps of all meetings that have audio but no words yet; the newest meeting first. */
  unfilled(): Result<UnfilledGap[]>
}

export interface UnfilledGap {
  readonly meetingId: string
  readonly gap: Gap
}

/** `onChange` is called inside the transaction that changes the gaps of a meeting. */
export function createGaps(database: Database, onChange: (meetingId: string) => void): Gaps {
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
        database.durableTransaction(() => {
          const { sound, filled } = gap
          upsert.run({ ...gap, meetingId, sound: sound ? 1 : 0, filled: filled ? 1 : 0 })
          onChange(meetingId)
          return undefined
        }),
      ),
    list: (meetingId) => attempt(() => list.all({ meetingId }).flatMap(toGap)),
    unfilled: () =>
      attempt(() =>
        unfilled
          .all({})
          .flatMap((row) => toGap(row).map((gap) => ({ meetingId: row.meeting_id, gap }))),
      ),
  }
}
