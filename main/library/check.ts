import type { Gap, Source } from '../../preload/model'
import { coverage } from './coverage'
import type { Database } from './database'

/** Works out what there is of a meeting that is over, and keeps it with it; before, it is open. */
export function createCheck(database: Database): (id: string) => void {
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
    const found = coverage(row.duration_ms, audio.all({ id }), gaps.all({ id }).map(toGap))
    store.run({ ...found, id })
  }
}

/** A row of the table of gaps. */
export type GapRow = Omit<Gap, 'filled' | 'sound' | 'startMs' | 'endMs'> & {
  start_ms: number
  end_ms: number
  filled: number
  sound: number
}

export function toGap(row: GapRow): Gap {
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
