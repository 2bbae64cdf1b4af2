import type { Result } from '../../preload/errors'
import { attempt, type Database } from './database'

/** A pre-recorded job that was begun, and the sound that it hears, in ms of the time line. */
export interface StoredJob {
  /** The engine's own. */
  readonly id: string
  readonly startMs: number
  readonly endMs: number
  /** Whether nothing of its gaps is left after it. */
  readonly isLast: boolean
}

/** Jobs whose words are not stored yet, by the gaps that they fill: one for each set of gaps. */
export interface Jobs {
  find(meetingId: string, gapIds: readonly string[]): Result<StoredJob | null>
  set(meetingId: string, gapIds: readonly string[], job: StoredJob): Result<undefined>
  remove(meetingId: string, gapIds: readonly string[]): Result<undefined>
}

interface JobRow {
  id: string
  start_ms: number
  end_ms: number
  is_last: number
}

export function createJobs(database: Database): Jobs {
  const find = database.statement<JobRow>(
    'SELECT * FROM jobs WHERE meeting_id = :meetingId AND gaps = :gaps',
  )
  const set = database.statement(`
    INSERT OR REPLACE INTO jobs (meeting_id, gaps, id, start_ms, end_ms, is_last)
    VALUES (:meetingId, :gaps, :id, :startMs, :endMs, :isLast)`)
  const remove = database.statement(
    'DELETE FROM jobs WHERE meeting_id = :meetingId AND gaps = :gaps',
  )
  const named = (meetingId: string, gapIds: readonly string[]) => ({
    meetingId,
    gaps: gapIds.join(' '),
  })
  return {
    find: (meetingId, gapIds) =>
      attempt(() => {
        const row = find.get(named(meetingId, gapIds))
        if (row === undefined) return null
        const { id, start_ms: startMs, end_ms: endMs, is_last: isLast } = row
        return { id, startMs, endMs, isLast: isLast === 1 }
      }),
    set: (meetingId, gapIds, job) =>
      attempt(() =>
        database.durably(() => {
          set.run({ ...named(meetingId, gapIds), ...job, isLast: job.isLast ? 1 : 0 })
          return undefined
        }),
      ),
    remove: (meetingId, gapIds) => attempt(() => void remove.run(named(meetingId, gapIds))),
  }
}
