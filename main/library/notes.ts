import { fail, ok, type Result } from '../../common/errors'
import type { Mark, NoteLine } from '../../common/model'
import type { Database } from './database'
import { attempt } from './sqlite-errors'
import { linesAfter } from './note-lines'
import type { IndexWriter } from './search/index-writer'

/** A person's notes on a meeting, line by line, and marked moments. */
export interface Notes {
  lines(meetingId: string): Result<NoteLine[]>
  /** Replaces the whole text; new lines get the time `atMs`. Errors: `meeting-not-found`. */
  write(meetingId: string, text: string, atMs: number | null): Result<NoteLine[]>
  /** In the order of the time line. */
  marks(meetingId: string): Result<Mark[]>
  /** Marking a moment twice changes nothing. Errors: `meeting-not-found`. */
  mark(meetingId: string, atMs: number): Result<Mark[]>
  unmark(meetingId: string, atMs: number): Result<Mark[]>
}

export function createNotes(database: Database, index: IndexWriter): Notes {
  const meeting = database.statement<{ number: number }>(
    'SELECT number FROM meetings WHERE id = :meetingId AND binned_at IS NULL',
  )
  const lines = database.statement<{ text: string; at_ms: number | null }>(
    'SELECT text, at_ms FROM note_lines WHERE meeting_id = :meetingId ORDER BY line',
  )
  const clear = database.statement('DELETE FROM note_lines WHERE meeting_id = :meetingId')
  const add = database.statement(`
    INSERT INTO note_lines (meeting_id, line, text, at_ms)
    VALUES (:meetingId, :line, :text, :atMs)`)
  const marks = database.statement<{ at_ms: number }>(
    'SELECT at_ms FROM marks WHERE meeting_id = :meetingId ORDER BY at_ms',
  )
  const mark = database.statement(
    'INSERT INTO marks (meeting_id, at_ms) VALUES (:meetingId, :atMs) ON CONFLICT DO NOTHING',
  )
  const unmark = database.statement(
    'DELETE FROM marks WHERE meeting_id = :meetingId AND at_ms = :atMs',
  )
  const linesOf = (meetingId: string) =>
    lines.all({ meetingId }).map(({ text, at_ms }): NoteLine => ({ text, atMs: at_ms }))
  const marksOf = (meetingId: string) =>
    marks.all({ meetingId }).map(({ at_ms }): Mark => ({ atMs: at_ms }))

  /** Changes a meeting that is not in the bin, in one durable transaction. */
  function change<T>(meetingId: string, work: (meetingNumber: number) => T): Result<T> {
    const done = attempt(() =>
      database.durableTransaction(() => {
        const found = meeting.get({ meetingId })
        return found ? ok(work(found.number)) : fail('meeting-not-found')
      }),
    )
    return done.ok ? done.value : done
  }

  return {
    lines: (meetingId) => attempt(() => linesOf(meetingId)),
    write: (meetingId, text, atMs) =>
      change(meetingId, (number) => {
        // SQLite ends a text at its first NUL (https://sqlite.org/nulinstr.html).
        const after = linesAfter(linesOf(meetingId), text.replaceAll('\0', ''), atMs)
        clear.run({ meetingId })
        after.forEach((line, at) => add.run({ ...line, meetingId, line: at }))
        index.texts(
          number,
          'note',
          after.map((line) => line.text),
        )
        return after
      }),
    marks: (meetingId) => attempt(() => marksOf(meetingId)),
    mark: (meetingId, atMs) =>
      change(meetingId, () => {
        mark.run({ meetingId, atMs })
        return marksOf(meetingId)
      }),
    unmark: (meetingId, atMs) =>
      change(meetingId, () => {
        unmark.run({ meetingId, atMs })
        return marksOf(meetingId)
      }),
  }
}
