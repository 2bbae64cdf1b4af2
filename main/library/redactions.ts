import { fail, ok, type Result } from '../../common/errors'
import type { NewRedaction, Redaction } from '../../common/model'
import { redactionSchema } from '../../common/schemas'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** What meetings hide in exports and from language models. The text itself is never changed. */
export interface Redactions {
  /** In the order of the time line; those without a time first. */
  list(meetingId: string): Result<Redaction[]>
  /** Leaves out what is hidden already. Errors: `meeting-not-found`. */
  add(meetingId: string, redactions: readonly NewRedaction[]): Result<undefined>
  remove(meetingId: string, ids: readonly number[]): Result<undefined>
}

interface RedactionRow {
  number: number
  kind: string
  source: string | null
  start_ms: number | null
  end_ms: number | null
  text: string
}

export function createRedactions(database: Database): Redactions {
  const meeting = database.statement(
    'SELECT 1 FROM meetings WHERE id = :meetingId AND binned_at IS NULL',
  )
  const table = database.statement("SELECT 1 FROM sqlite_master WHERE name = 'redactions'")
  const rows = database.statement<RedactionRow>(`
    SELECT number, kind, source, start_ms, end_ms, text FROM redactions
    WHERE meeting_id = :meetingId ORDER BY start_ms IS NOT NULL, start_ms, number`)
  const add = database.statement(`
    INSERT INTO redactions (meeting_id, number, kind, source, start_ms, end_ms, text)
    SELECT :meetingId, coalesce(max(number), 0) + 1, :kind, :source, :startMs, :endMs, :text
    FROM redactions WHERE meeting_id = :meetingId
    HAVING NOT EXISTS (
      SELECT 1 FROM redactions WHERE meeting_id = :meetingId AND kind = :kind AND text = :text
      AND source IS :source AND start_ms IS :startMs AND end_ms IS :endMs)`)
  const remove = database.statement(
    'DELETE FROM redactions WHERE meeting_id = :meetingId AND number = :number',
  )

  return {
    list: (meetingId) =>
      attempt(() => {
        // A read-only library of an older version has no such table, and so nothing hidden.
        if (database.readOnly !== null && table.get({}) === undefined) return []
        return rows.all({ meetingId }).map(toRedaction)
      }),
    add: (meetingId, redactions) => {
      const done = attempt(() =>
        database.durableTransaction((): Result<undefined> => {
          if (meeting.get({ meetingId }) === undefined) return fail('meeting-not-found')
          for (const { kind, place, text } of redactions) {
            // SQLite ends a text at its first NUL (https://sqlite.org/nulinstr.html).
            const { source = null, startMs = null, endMs = null } = place ?? {}
            add.run({ meetingId, kind, source, startMs, endMs, text: text.replaceAll('\0', ' ') })
          }
          return ok(undefined)
        }),
      )
      return done.ok ? done.value : done
    },
    remove: (meetingId, ids) =>
      attempt(() => {
        database.durableTransaction(() => {
          for (const number of ids) remove.run({ meetingId, number })
        })
        return undefined
      }),
  }
}

/** A damaged row hides its text everywhere: rather too much than too little. */
function toRedaction(row: RedactionRow): Redaction {
  const place =
    row.source === null || row.start_ms === null || row.end_ms === null
      ? null
      : { source: row.source, startMs: row.start_ms, endMs: row.end_ms }
  const read = redactionSchema.safeParse({ id: row.number, kind: row.kind, place, text: row.text })
  return read.success
    ? read.data
    : { id: row.number, kind: 'hand', place: null, text: row.text || ' ' }
}
