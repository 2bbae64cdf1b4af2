import type { Turn, TurnId, TurnWords, WordlessTurn } from '../../preload/model'
import { idOf, turnKey, viewOf, viewOfAll } from './corrections/state'
import type { CorrectionStore } from './corrections/store'
import type { Database } from './database'
import { toTurn, toWordlessTurn, type TurnRow } from './turn-rows'

/** What is read of a meeting: what the engines said, seen through what a person corrected. */
export interface Views {
  /** The engine's turn, and its place. */
  original(meetingId: string, id: TurnId): { turn: Turn; place: number } | null
  /** The engines' turns, in the order in which they were said. */
  originals(meetingId: string): { turn: Turn; place: number }[]
  /** A turn as it is read, or null where there is none or a person took it out. */
  one(meetingId: string, id: TurnId): Turn | null
  all(meetingId: string): Turn[]
  /** The same turns without their words. */
  texts(meetingId: string): WordlessTurn[]
  originalTexts(meetingId: string): WordlessTurn[]
  /** The words of all turns, as JSON; whom a word is said by is left as the engine told it. */
  words(meetingId: string): TurnWords[]
}

export function createViews(database: Database, store: CorrectionStore): Views {
  const row = database.statement<TurnRow>(`
    SELECT * FROM turns
    WHERE meeting_id = :meetingId AND session_id = :sessionId AND turn_order = :turnOrder`)
  const rows = database.statement<TurnRow>(
    'SELECT * FROM turns WHERE meeting_id = :meetingId ORDER BY start_ms, end_ms, id',
  )
  const textRows = database.statement<Omit<TurnRow, 'words'>>(`
    SELECT id, session_id, turn_order, source, start_ms, end_ms, text, is_final, speaker, language,
      timing, first_seen_ms, final_ms, filled_in, echo
    FROM turns WHERE meeting_id = :meetingId ORDER BY start_ms, end_ms, id`)
  const wordRows = database.statement<Pick<TurnRow, 'session_id' | 'turn_order' | 'words'>>(
    'SELECT session_id, turn_order, words FROM turns WHERE meeting_id = :meetingId',
  )
  const placed = (found: TurnRow) => ({ turn: toTurn(found), place: found.id })
  const views: Views = {
    original: (meetingId, { sessionId, turnOrder }) => {
      const found = row.get({ meetingId, sessionId, turnOrder })
      return found ? placed(found) : null
    },
    originals: (meetingId) => rows.all({ meetingId }).map(placed),
    one: (meetingId, id) => {
      const corrections = store.of(meetingId)
      const from = corrections.turns.get(turnKey(id))?.from ?? id
      return viewOf(id, views.original(meetingId, from)?.turn ?? null, corrections)
    },
    all: (meetingId) =>
      viewOfAll(
        views.originals(meetingId).map(({ turn }) => turn),
        store.of(meetingId),
      ),
    originalTexts: (meetingId) => textRows.all({ meetingId }).map(toWordlessTurn),
    texts: (meetingId) => {
      const originals = views.originalTexts(meetingId).map((turn) => ({ ...turn, words: [] }))
      return viewOfAll(originals, store.of(meetingId)).map(wordless)
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
        const view = views.one(meetingId, turn)
        return view ? [{ ...idOf(turn), words: JSON.stringify(view.words) }] : []
      })
      return [...said, ...written]
    },
  }
  return views
}

function wordless(turn: Turn): WordlessTurn {
  const text: WordlessTurn & { words?: unknown } = { ...turn }
  delete text.words
  return text
}
