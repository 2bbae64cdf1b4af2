import type { TurnId } from '../../../preload/model'
import type { Database } from '../database'
import { nextPlaceSql } from '../places'
import {
  patched,
  turnKey,
  uncorrected,
  type Correction,
  type Corrections,
  type Patch,
  type SpeakerRow,
} from './state'

/** The corrections of all meetings, as they stand in the database. */
export interface CorrectionStore {
  of(meetingId: string): Corrections
  /** The place of a turn that no engine has; null where there is none. */
  placeOf(meetingId: string, id: TurnId): number | null
  /** Within a transaction. */
  apply(meetingId: string, patch: Patch): void
  /** Names in use in a meeting, in order. */
  names(meetingId: string): string[]
  /** What was kept in memory may not be what is stored: a transaction was taken back. */
  forget(meetingId: string): void
}

/** Meetings whose corrections are kept in memory; more than are ever open or recorded at a time. */
const kept = 8

export function createCorrectionStore(database: Database): CorrectionStore {
  const turns = database.statement<{ session_id: string; turn_order: number; correction: string }>(
    'SELECT session_id, turn_order, correction FROM corrections WHERE meeting_id = :meetingId',
  )
  const speakers = database.statement<{
    speaker: string
    name: string | null
    same_as: string | null
  }>('SELECT speaker, name, same_as FROM speakers WHERE meeting_id = :meetingId')
  const place = database.statement<{ id: number }>(`
    SELECT id FROM corrections
    WHERE meeting_id = :meetingId AND session_id = :sessionId AND turn_order = :turnOrder`)
  const putTurn = database.statement(`
    INSERT INTO corrections (id, meeting_id, session_id, turn_order, correction)
    SELECT ${nextPlaceSql('corrections', 'number')}, :meetingId, :sessionId, :turnOrder, :correction
    FROM meetings WHERE meetings.id = :meetingId
    ON CONFLICT (meeting_id, session_id, turn_order) DO UPDATE SET correction = excluded.correction`)
  const dropTurn = database.statement(`
    DELETE FROM corrections
    WHERE meeting_id = :meetingId AND session_id = :sessionId AND turn_order = :turnOrder`)
  const putSpeaker = database.statement(`
    INSERT INTO speakers (meeting_id, speaker, name, same_as)
    VALUES (:meetingId, :speaker, :name, :sameAs)
    ON CONFLICT DO UPDATE SET name = excluded.name, same_as = excluded.same_as`)
  const dropSpeaker = database.statement(
    'DELETE FROM speakers WHERE meeting_id = :meetingId AND speaker = :speaker',
  )
  const names = database.statement<{ name: string }>(`
    SELECT DISTINCT name FROM speakers WHERE meeting_id = :meetingId AND name IS NOT NULL
    ORDER BY name`)
  const memory = new Map<string, Corrections>()

  function remember(meetingId: string, corrections: Corrections): Corrections {
    memory.delete(meetingId)
    memory.set(meetingId, corrections)
    const [oldest] = memory.keys()
    if (memory.size > kept && oldest !== undefined) memory.delete(oldest)
    return corrections
  }

  function read(meetingId: string): Corrections {
    const turnRows = turns.all({ meetingId })
    const speakerRows = speakers.all({ meetingId })
    if (turnRows.length === 0 && speakerRows.length === 0) return uncorrected
    return {
      turns: new Map(
        turnRows.map((row) => [
          turnKey({ sessionId: row.session_id, turnOrder: row.turn_order }),
          // Written by apply only, from what was parsed at the boundary.
          JSON.parse(row.correction) as Correction,
        ]),
      ),
      speakers: new Map(
        speakerRows.map((row): [string, SpeakerRow] => [
          row.speaker,
          { name: row.name, sameAs: row.same_as },
        ]),
      ),
    }
  }

  const of = (meetingId: string) => memory.get(meetingId) ?? remember(meetingId, read(meetingId))

  return {
    of,
    placeOf: (meetingId, id) => place.get({ ...id, meetingId })?.id ?? null,
    apply: (meetingId, patch) => {
      for (const { id, after } of patch.turns) {
        if (after === null) dropTurn.run({ ...id, meetingId })
        else putTurn.run({ ...id, meetingId, correction: JSON.stringify(after) })
      }
      for (const { key: speaker, after } of patch.speakers) {
        if (after === null) dropSpeaker.run({ meetingId, speaker })
        else putSpeaker.run({ ...after, meetingId, speaker })
      }
      remember(meetingId, patched(of(meetingId), patch))
    },
    names: (meetingId) => names.all({ meetingId }).map(({ name }) => name),
    forget: (meetingId) => void memory.delete(meetingId),
  }
}
