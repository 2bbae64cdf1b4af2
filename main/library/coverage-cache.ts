import type { Gap, Source } from '../../common/model'
import { coverage } from './coverage'
import type { Database } from './database'
import { isSource, reasonOf } from './stored-values'

/** Computes the coverage of a meeting that is over and stores it in the meeting's row. */
export function createCoverageCache(database: Database): (id: string) => void {
  const meeting = database.statement<{ duration_ms: number }>(
    "SELECT duration_ms FROM meetings WHERE id = :id AND state IN ('done', 'interrupted')",
  )
  const audio = database.statement<{ source: Source; samples: number }>(
    'SELECT source, samples FROM audio WHERE meeting_id = :id',
  )
  const gaps = database.statement<GapRow>('SELECT * FROM gaps WHERE meeting_id = :id')
  const store = database.statement(`
    UPDATE meetings SET text_percent = :textPercent, missing_text_ms = :missingTextMs,
      missing_sound_ms = :missingSoundMs WHERE id = :id`)
  return (id) => {
    const row = meeting.get({ id })
    if (row === undefined) return
    const found = coverage(row.duration_ms, audio.all({ id }), gaps.all({ id }).flatMap(toGap))
    store.run({ ...found, id })
  }
}

/** A row of the table `gaps`. */
export interface GapRow {
  id: string
  source: string
  reason: string
  start_ms: number
  end_ms: number
  filled: number
  sound: number
}

/** Returns the gap; none if its source is damaged, because nothing could fill it. */
export function toGap(row: GapRow): Gap[] {
  if (!isSource(row.source)) return []
  const gap: Gap = {
    id: row.id,
    source: row.source,
    startMs: row.start_ms,
    endMs: row.end_ms,
    reason: reasonOf(row.reason),
    sound: row.sound === 1,
    filled: row.filled === 1,
  }
  return [gap]
}
