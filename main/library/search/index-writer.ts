import type { Turn } from '../../../common/model'
import type { Database } from '../database'
import { isIndexFailure } from '../sqlite-errors'
import { rowIdRange, type RowKind } from '../row-ids'
import { indexed, indexedKey } from './search-words'

/**
 * Updates the full-text index, in the transaction that changes the text. The index holds only what
 * people can read: no echo, and no partials while a meeting is recorded. It holds speakers by their
 * keys, so a renamed speaker needs no update of their turns (overwriting one turn securely takes
 * half a millisecond).
 */
export interface IndexWriter {
  /** Stores a corrected turn; null removes it. `speaker` is the key of the speaker. */
  turn(rowId: number, turn: Turn | null, speaker: string): void
  /** Replaces all rows of one kind of a meeting. */
  texts(meetingNumber: number, kind: RowKind, texts: readonly string[]): void
  /** Removes a meeting that has few rows. */
  remove(meetingNumber: number): void
  /** Removes at most `count` rows of a meeting; returns false if there are none left. */
  removeSome(meetingNumber: number, count: number): boolean
}

/**
 * A damaged index never stops a write to the library: `onDamage` is called instead, and the index is
 * rebuilt later. SQLite keeps the transaction open in this case.
 */
export function createIndexWriter(
  database: Database,
  onDamage: (cause: unknown) => void = () => undefined,
): IndexWriter {
  const flush = database.statement("INSERT INTO found (found) VALUES ('flush')")

  function guarded<T>(work: () => T, otherwise: T): T {
    try {
      return database.savepoint(() => {
        const value = work()
        // FTS5 would otherwise report damage only when the whole transaction is committed.
        flush.run({})
        return value
      })
    } catch (cause) {
      if (!isIndexFailure(cause)) throw cause
      onDamage(cause)
      return otherwise
    }
  }
  const put = database.statement(
    'INSERT OR REPLACE INTO found (rowid, text, speaker) VALUES (:rowId, :text, :speaker)',
  )
  // The cast is needed because a JavaScript number arrives as a float, for which FTS5 scans on.
  const remove = database.statement(`
    DELETE FROM found WHERE rowid BETWEEN CAST(:from AS INTEGER) AND CAST(:to AS INTEGER)`)
  const some = database.statement<{ last: number | null }>(`
    SELECT max(row_id) AS last FROM (
      SELECT rowid AS row_id FROM found
      WHERE rowid BETWEEN CAST(:from AS INTEGER) AND CAST(:to AS INTEGER)
      ORDER BY rowid LIMIT :count
    )`)
  const writer: IndexWriter = {
    turn: (rowId, turn, speaker) => {
      // The words of an echo are indexed with the turn of the system audio.
      if (turn === null || turn.echo) remove.run({ from: rowId, to: rowId })
      else put.run({ rowId, text: indexed(turn.text), speaker: indexedKey(speaker) })
    },
    texts: (meetingNumber, kind, texts) => {
      const { from, to } = rowIdRange(meetingNumber, kind)
      remove.run({ from, to })
      for (const [index, text] of texts.slice(0, to - from + 1).entries()) {
        put.run({ rowId: from + index, text: indexed(text), speaker: '' })
      }
    },
    remove: (meetingNumber) => void remove.run(rowIdRange(meetingNumber)),
    removeSome: (meetingNumber, count) => {
      const { from, to } = rowIdRange(meetingNumber)
      const last = some.get({ from, to, count })?.last ?? null
      if (last === null) return false
      remove.run({ from, to: last })
      return true
    },
  }
  return {
    turn: (rowId, turn, speaker) => guarded(() => writer.turn(rowId, turn, speaker), undefined),
    texts: (number, kind, texts) => guarded(() => writer.texts(number, kind, texts), undefined),
    remove: (number) => guarded(() => writer.remove(number), undefined),
    removeSome: (number, count) => guarded(() => writer.removeSome(number, count), false),
  }
}
