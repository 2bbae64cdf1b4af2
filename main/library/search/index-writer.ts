import type { Turn } from '../../../preload/model'
import type { Database } from '../database'
import { placeRange, type PlaceKind } from '../places'
import { indexed, indexedKey } from './words'

/**
 * Keeps the full-text index in step, within the transaction that changes what is found. Only what
 * can be read is in it: no partials while a meeting goes on, no echo. Speakers stand in it by their
 * keys, so that a name costs nothing here: to overwrite a turn so that its words are gone from the
 * file takes half a millisecond.
 */
export interface IndexWriter {
  /** A turn as it is read, or null where it is not there any more; `speaker` is their key. */
  turn(place: number, turn: Turn | null, speaker: string): void
  /** All of one kind of a meeting, in order. */
  texts(meetingNumber: number, kind: PlaceKind, texts: readonly string[]): void
  /** Takes away all of a meeting in which there is little. */
  remove(meetingNumber: number): void
  /** Takes away so many places of a meeting at the most; false once there are no more. */
  removeSome(meetingNumber: number, count: number): boolean
}

export function createIndexWriter(database: Database): IndexWriter {
  const put = database.statement(
    'INSERT OR REPLACE INTO found (rowid, text, speaker) VALUES (:place, :text, :speaker)',
  )
  // Cast, since a number from JavaScript arrives as a float, and FTS5 reads on past one.
  const remove = database.statement(`
    DELETE FROM found WHERE rowid BETWEEN CAST(:from AS INTEGER) AND CAST(:to AS INTEGER)`)
  const some = database.statement<{ last: number | null }>(`
    SELECT max(place) AS last FROM (
      SELECT rowid AS place FROM found
      WHERE rowid BETWEEN CAST(:from AS INTEGER) AND CAST(:to AS INTEGER)
      ORDER BY rowid LIMIT :count
    )`)
  return {
    turn: (place, turn, speaker) => {
      // The words of an echo are found where they were said.
      if (turn === null || turn.echo) remove.run({ from: place, to: place })
      else put.run({ place, text: indexed(turn.text), speaker: indexedKey(speaker) })
    },
    texts: (meetingNumber, kind, texts) => {
      const { from, to } = placeRange(meetingNumber, kind)
      remove.run({ from, to })
      for (const [index, text] of texts.slice(0, to - from + 1).entries()) {
        put.run({ place: from + index, text: indexed(text), speaker: '' })
      }
    },
    remove: (meetingNumber) => void remove.run(placeRange(meetingNumber)),
    removeSome: (meetingNumber, count) => {
      const { from, to } = placeRange(meetingNumber)
      const last = some.get({ from, to, count })?.last ?? null
      if (last === null) return false
      remove.run({ from, to: last })
      return true
    },
  }
}
