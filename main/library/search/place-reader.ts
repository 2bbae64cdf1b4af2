import type { SearchPlace, Turn, TurnId } from '../../../common/model'
import { wordPlaces } from '../../../common/text/word-spans'
import { createCorrectionStore } from '../corrections/store'
import type { Database } from '../database'
import { rowIdRange, parseRowId } from '../row-ids'
import { createCorrectedTurns } from '../corrected-turns'
import { excerptOf } from './excerpt'
import { foundIn, matchExpression, type Term } from './query'
import { keysShownAs } from './speaker-keys'

/** Reads the text at the row ids that were found, as it is shown now. */
export interface PlaceReader {
  /** For one meeting, in the order of the time line; rows that no longer exist are left out. */
  read(meetingId: string, rowIds: readonly number[], terms: readonly Term[]): SearchPlace[]
}

export function createPlaceReader(database: Database): PlaceReader {
  const store = createCorrectionStore(database)
  const correctedTurns = createCorrectedTurns(database, store)
  const inTurns = database.statement<IdRow>(
    'SELECT session_id, turn_order FROM turns WHERE id = :rowId',
  )
  const inCorrections = database.statement<IdRow>(
    'SELECT session_id, turn_order FROM corrections WHERE id = :rowId',
  )
  const note = database.statement<{ text: string; at_ms: number | null }>(
    'SELECT text, at_ms FROM note_lines WHERE meeting_id = :meetingId AND line = :line',
  )
  const firstOf = database.statement<{ row_id: number }>(`
    SELECT rowid AS row_id FROM found
    WHERE found MATCH :match AND rowid BETWEEN CAST(:from AS INTEGER) AND CAST(:to AS INTEGER)
    ORDER BY rowid LIMIT 1`)

  function idAt(rowId: number): TurnId | null {
    const row = inTurns.get({ rowId }) ?? inCorrections.get({ rowId })
    return row ? { sessionId: row.session_id, turnOrder: row.turn_order } : null
  }

  function speakerAt(meetingId: string, rowId: number, terms: readonly Term[]) {
    const { meeting, index } = parseRowId(rowId)
    const name = store.names(meetingId)[index]
    if (name === undefined) return null
    const match = matchExpression([], keysShownAs(name, store.of(meetingId).speakers))
    const first = match && firstOf.get({ match, ...rowIdRange(meeting) })
    const turn = first ? idAt(first.row_id) : null
    return { kind: 'speaker', turn, text: name, marks: foundIn(name, terms) } satisfies SearchPlace
  }

  function noteAt(meetingId: string, line: number, terms: readonly Term[]): SearchPlace | null {
    const row = note.get({ meetingId, line })
    if (!row) return null
    return { kind: 'note', atMs: row.at_ms, ...excerptOf(row.text, foundIn(row.text, terms)) }
  }

  function placeAt(meetingId: string, rowId: number, terms: readonly Term[]): SearchPlace | null {
    const { kind, index } = parseRowId(rowId)
    switch (kind) {
      case 'turn':
      case 'correction': {
        const id = idAt(rowId)
        const turn = id && correctedTurns.one(meetingId, id)
        return turn && turnPlace(turn, terms)
      }
      case 'note':
        return noteAt(meetingId, index, terms)
      case 'speaker':
        return speakerAt(meetingId, rowId, terms)
      case 'title':
        return null
    }
  }

  return {
    read: (meetingId, rowIds, terms) => {
      // Main's connection may have changed the corrections.
      store.forget(meetingId)
      return rowIds
        .flatMap((rowId) => placeAt(meetingId, rowId, terms) ?? [])
        .sort((a, b) => timeOf(a) - timeOf(b))
    },
  }
}

interface IdRow {
  session_id: string
  turn_order: number
}

function timeOf(place: SearchPlace): number {
  return place.kind === 'speaker' ? -1 : (place.atMs ?? -1)
}

/** A turn with its matches and the index of the first matching word. */
function turnPlace(turn: Turn, terms: readonly Term[]): SearchPlace {
  const found = foundIn(turn.text, terms)
  const [start, end] = found[0] ?? [0, 0]
  const places = wordPlaces(turn)
  const inside = places.map((place) => place !== null && place[0] < end && place[1] > start)
  const word = Math.max(0, inside.indexOf(true))
  return {
    kind: 'turn',
    turn: { sessionId: turn.sessionId, turnOrder: turn.turnOrder },
    word,
    words: inside.filter(Boolean).length,
    atMs: turn.words[word]?.startMs ?? turn.startMs,
    speaker: turn.speaker,
    source: turn.source,
    ...excerptOf(turn.text, found),
  }
}
