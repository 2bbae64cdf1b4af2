import type { Turn, TurnId, TurnWords, WordlessTurn } from '../../common/model'
import { turnKey } from '../../common/turn-key'
import { idOf, correctedTurn, correctedTurnsOf } from './corrections/state'
import type { CorrectionStore } from './corrections/store'
import type { Database } from './database'
import { toTurn, toWordlessTurn, type TurnRow } from './turn-rows'

/** The turns of a meeting as people read them: the engines' turns with all corrections applied. */
export interface CorrectedTurns {
  /** The engine's turn and its row id. */
  original(meetingId: string, id: TurnId): { turn: Turn; rowId: number } | null
  /** The engines' turns in the order of the time line. */
  originals(meetingId: string): { turn: Turn; rowId: number }[]
  /** A corrected turn, or null if it does not exist or a person removed it. */
  one(meetingId: string, id: TurnId): Turn | null
  all(meetingId: string): Turn[]
  /** The same turns without their words. */
  texts(meetingId: string): WordlessTurn[]
  originalTexts(meetingId: string): WordlessTurn[]
  /** The words of all turns, as JSON. The speaker of a word is the engine's label. */
  words(meetingId: string): TurnWords[]
}

export function createCorrectedTurns(database: Database, store: CorrectionStore): CorrectedTurns {
  const row = database.statement<TurnRow>(`
    SELECT * FROM turns
    WHERE meeting_id = :meetingId AND session_id = :sessionId AND turn_order = :turnOrder`)
  const rows = database.statement<TurnRow>(
    'SELECT * FROM turns WHERE meeting_id = :meetingId ORDER BY start_ms, end_ms, id',
  )
  // A read-only library may not have the column of a newer version.
  const percent = database.readOnly === null ? ', language_percent' : ''
  const textRows = database.manyRows<Omit<TurnRow, 'words'>>(`
    SELECT id, session_id, turn_order, source, start_ms, end_ms, text, is_final, speaker, language,
      timing, first_seen_ms, final_ms, filled_in, echo${percent}
    FROM turns WHERE meeting_id = :meetingId ORDER BY start_ms, end_ms, id`)
  // As JSON in JSON they would be slower.
  const wordRows = database.statement<Pick<TurnRow, 'session_id' | 'turn_order' | 'words'>>(
    'SELECT session_id, turn_order, words FROM turns WHERE meeting_id = :meetingId',
  )
  const withRowId = (found: TurnRow) => ({ turn: toTurn(found), rowId: found.id })
  const correctedTurns: CorrectedTurns = {
    original: (meetingId, { sessionId, turnOrder }) => {
      const found = row.get({ meetingId, sessionId, turnOrder })
      return found ? withRowId(found) : null
    },
    originals: (meetingId) => rows.all({ meetingId }).map(withRowId),
    one: (meetingId, id) => {
      const corrections = store.of(meetingId)
      const from = corrections.turns.get(turnKey(id))?.from ?? id
      return correctedTurn(id, correctedTurns.original(meetingId, from)?.turn ?? null, corrections)
    },
    all: (meetingId) =>
      correctedTurnsOf(
        correctedTurns.originals(meetingId).map(({ turn }) => turn),
        store.of(meetingId),
      ),
    originalTexts: (meetingId) => textRows.all({ meetingId }).map(toWordlessTurn),
    texts: (meetingId) => {
      const originals = correctedTurns
        .originalTexts(meetingId)
        .map((turn) => ({ ...turn, words: [] }))
      return correctedTurnsOf(originals, store.of(meetingId)).map(wordless)
    },
    words: (meetingId) => {
      const corrected = store.of(meetingId).turns
      const said = wordRows
        .all({ meetingId })
        .map(({ session_id: sessionId, turn_order: turnOrder, words }) => ({
          sessionId,
          turnOrder,
          words,
        }))
        .filter((turn) => !corrected.has(turnKey(turn)))
      const written = [...corrected.values()].flatMap(({ turn }) => {
        const view = correctedTurns.one(meetingId, turn)
        return view ? [{ ...idOf(turn), words: JSON.stringify(view.words) }] : []
      })
      return [...said, ...written]
    },
  }
  return correctedTurns
}

function wordless(turn: Turn): WordlessTurn {
  const text: WordlessTurn & { words?: unknown } = { ...turn }
  delete text.words
  return text
}
