import type { Turn } from '../../../preload/model'
import { speakerName } from '../../../preload/speaker-name'
import type { Database } from '../database'
import { placeRange, type PlaceKind } from '../places'
import { indexed, indexedName } from './words'

/**
 * Keeps the full-text index in step, within the transaction that changes what is found. Only what
 * can be read is in it: no partials while a meeting goes on, nothing that is in the bin.
 */
export interface IndexWriter {
  /** A turn as it is read, or null where it is not there any more. */
  turn(place: number, turn: Turn | null): void
  /** All of one kind of a meeting, in order. */
  texts(meetingNumber: number, kind: PlaceKind, texts: readonly string[]): void
  /** Everything of a meeting. */
  remove(meetingNumber: number): void
}

export function createIndexWriter(database: Database): IndexWriter {
  const put = database.statement(
    'INSERT OR REPLACE INTO found (rowid, text, speaker) VALUES (:place, :text, :speaker)',
  )
  const remove = database.statement(`
    DELETE FROM found WHERE rowid BETWEEN CAST(:from AS INTEGER) AND CAST(:to AS INTEGER)`)
  return {
    turn: (place, turn) => {
      // The words of an echo are found where they were said.
      if (turn === null || turn.echo) {
        remove.run({ from: place, to: place })
      } else {
        const speaker = indexedName(speakerName(turn))
        put.run({ place, text: indexed(turn.text), speaker })
      }
    },
    texts: (meetingNumber, kind, texts) => {
      const { from, to } = placeRange(meetingNumber, kind)
      remove.run({ from, to })
      for (const [index, text] of texts.slice(0, to - from + 1).entries()) {
        put.run({ place: from + index, text: indexed(text), speaker: '' })
      }
    },
    remove: (meetingNumber) => {
      remove.run(placeRange(meetingNumber))
    },
  }
}
