import type { Turn, TurnId } from '../../preload/model'
import { turnKey, viewOf, viewOfAll } from './corrections/state'
import type { CorrectionStore } from './corrections/store'
import type { Database } from './database'
import { toTurn, type TurnRow } from './turn-rows'

/** What is read of a meeting: what the engines said, seen through what a person corrected. */
export interface Views {
  /** The engine's turn, and its place. */
  original(meetingId: string, id: TurnId): { turn: Turn; place: number } | null
  /** The engines' turns, in the order in which they were said. */
  originals(meetingId: string): { turn: Turn; place: number }[]
  /** A turn as it is read, or null where there is none or a person took it out. */
  one(meetingId: string, id: TurnId): Turn | null
  all(meetingId: string): Turn[]
}

export function createViews(database: Database, store: CorrectionStore): Views {
  const row = database.statement<TurnRow>(`
    SELECT * FROM turns
    WHERE meeting_id = :meetingId AND session_id = :sessionId AND turn_order = :turnOrder`)
  const rows = database.statement<TurnRow>(
    'SELECT * FROM turns WHERE meeting_id = :meetingId ORDER BY start_ms, end_ms, id',
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
  }
  return views
}
