import type { Turn, TurnId, TurnPlace, TurnWords, WordlessTurn } from '../../common/model'
import { turnKey } from '../../common/turn-key'
import { idOf, correctedTurn, correctedTurnsOf, isUncorrected } from './corrections/state'
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
  /**
   * The words of the turns after a place, as JSON, with the place of the last one, or null if there
   * are no more. Those of corrected turns are in the first part. The speaker of a word is the engine's
   * label.
   */
  words(
    meetingId: string,
    after: TurnPlace | null,
  ): { readonly turns: TurnWords[]; readonly next: TurnPlace | null }
}

/** The words of so many turns are sent at once. More would block main while they pass through it. */
const turnsAtOnce = 2_000

export function createCorrectedTurns(database: Database, store: CorrectionStore): CorrectedTurns {
  const one = database.statement<TurnRow>(`
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
  const wordRows = database.statement<
    Pick<TurnRow, 'id' | 'start_ms' | 'session_id' | 'turn_order' | 'words'>
  >(`
    SELECT id, start_ms, session_id, turn_order, words FROM turns
    WHERE meeting_id = :meetingId AND (start_ms, id) > (:startMs, :row)
    ORDER BY start_ms, id LIMIT ${turnsAtOnce}`)
  const withRowId = (found: TurnRow) => ({ turn: toTurn(found), rowId: found.id })
  const correctedTurns: CorrectedTurns = {
    original: (meetingId, { sessionId, turnOrder }) => {
      const found = one.get({ meetingId, sessionId, turnOrder })
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
      const originals = correctedTurns.originalTexts(meetingId)
      const corrections = store.of(meetingId)
      if (isUncorrected(corrections)) return originals
      const turns = originals.map((turn) => ({ ...turn, words: [] }))
      return correctedTurnsOf(turns, corrections).map(wordless)
    },
    words: (meetingId, after) => {
      const corrected = store.of(meetingId).turns
      const { startMs, row } = after ?? { startMs: -1, row: 0 }
      const found = wordRows.all({ meetingId, startMs, row })
      const said = found
        .map(({ session_id: sessionId, turn_order: turnOrder, words }) => ({
          sessionId,
          turnOrder,
          words,
        }))
        .filter((turn) => !corrected.has(turnKey(turn)))
      const last = found.length < turnsAtOnce ? undefined : found.at(-1)
      const next = last === undefined ? null : { startMs: last.start_ms, row: last.id }
      if (after !== null) return { turns: said, next }
      const written = [...corrected.values()].flatMap(({ turn }) => {
        const view = correctedTurns.one(meetingId, turn)
        return view ? [{ ...idOf(turn), words: JSON.stringify(view.words) }] : []
      })
      return { turns: [...said, ...written], next }
    },
  }
  return correctedTurns
}

function wordless(turn: Turn): WordlessTurn {
  const text: WordlessTurn & { words?: unknown } = { ...turn }
  delete text.words
  return text
}
