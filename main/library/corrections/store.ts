import { turnKey } from '../../../common/turn-key'
import type { TurnId } from '../../../common/model'
import type { Database } from '../database'
import { nextRowIdSql } from '../row-ids'
import { parseCorrection } from '../stored-json'
import { patched, uncorrected, type Corrections, type Patch, type SpeakerRow } from './state'

/** The corrections that the database holds. */
export interface CorrectionStore {
  of(meetingId: string): Corrections
  /** The row id of a turn that no engine sent, or null. */
  rowIdOf(meetingId: string, id: TurnId): number | null
  /** Must run in a transaction. */
  apply(meetingId: string, patch: Patch): void
  /** The names that are used in a meeting, sorted. */
  names(meetingId: string): string[]
  /** Drops the copy in memory, for example after a rollback. */
  forget(meetingId: string): void
}

/** How many meetings' corrections stay in memory; more than are ever open at once. */
const cacheSize = 8

export function createCorrectionStore(database: Database): CorrectionStore {
  const turns = database.statement<{ session_id: string; turn_order: number; correction: string }>(
    'SELECT session_id, turn_order, correction FROM corrections WHERE meeting_id = :meetingId',
  )
  const speakers = database.statement<{
    speaker: string
    name: string | null
    same_as: string | null
  }>('SELECT speaker, name, same_as FROM speakers WHERE meeting_id = :meetingId')
  const rowId = database.statement<{ id: number }>(`
    SELECT id FROM corrections
    WHERE meeting_id = :meetingId AND session_id = :sessionId AND turn_order = :turnOrder`)
  const putTurn = database.statement(`
    INSERT INTO corrections (id, meeting_id, session_id, turn_order, correction)
    SELECT ${nextRowIdSql('corrections', 'number')}, :meetingId, :sessionId, :turnOrder, :correction
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
    if (memory.size > cacheSize && oldest !== undefined) memory.delete(oldest)
    return corrections
  }

  function read(meetingId: string): Corrections {
    const turnRows = turns.all({ meetingId })
    const speakerRows = speakers.all({ meetingId })
    if (turnRows.length === 0 && speakerRows.length === 0) return uncorrected
    return {
      turns: new Map(
        turnRows.flatMap((row) => {
          const correction = parseCorrection(row.correction)
          const key = turnKey({ sessionId: row.session_id, turnOrder: row.turn_order })
          return correction === null ? [] : [[key, correction] as const]
        }),
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
    rowIdOf: (meetingId, id) => rowId.get({ ...id, meetingId })?.id ?? null,
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
