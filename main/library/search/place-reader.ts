import type { SearchPlace, Turn, TurnId } from '../../../preload/model'
import { wordPlaces } from '../../../preload/word-places'
import { createCorrectionStore } from '../corrections/store'
import type { Database } from '../database'
import { placeRange, readPlace } from '../places'
import { createViews } from '../views'
import { excerptOf } from './excerpt'
import { foundIn, matchExpression, type Term } from './query'
import { keysShownAs } from './speaker-keys'

/** What stands at the places that were found, as it is read now. */
export interface PlaceReader {
  /** Of one meeting, in the order of the time line; a place that is no longer there is left out. */
  read(meetingId: string, places: readonly number[], terms: readonly Term[]): SearchPlace[]
}

export function createPlaceReader(database: Database): PlaceReader {
  const store = createCorrectionStore(database)
  const views = createViews(database, store)
  const inTurns = database.statement<IdRow>(
    'SELECT session_id, turn_order FROM turns WHERE id = :place',
  )
  const inCorrections = database.statement<IdRow>(
    'SELECT session_id, turn_order FROM corrections WHERE id = :place',
  )
  const note = database.statement<{ text: string; at_ms: number | null }>(
    'SELECT text, at_ms FROM note_lines WHERE meeting_id = :meetingId AND line = :line',
  )
  const firstOf = database.statement<{ place: number }>(`
    SELECT rowid AS place FROM found
    WHERE found MATCH :match AND rowid BETWEEN CAST(:from AS INTEGER) AND CAST(:to AS INTEGER)
    ORDER BY rowid LIMIT 1`)

  function idAt(place: number): TurnId | null {
    const row = inTurns.get({ place }) ?? inCorrections.get({ place })
    return row ? { sessionId: row.session_id, turnOrder: row.turn_order } : null
  }

  function speakerAt(meetingId: string, meeting: number, index: number, terms: readonly Term[]) {
    const name = store.names(meetingId)[index]
    if (name === undefined) return null
    const match = matchExpression([], keysShownAs(name, store.of(meetingId).speakers))
    const first = match && firstOf.get({ match, ...placeRange(meeting) })
    const turn = first ? idAt(first.place) : null
    return { kind: 'speaker', turn, text: name, marks: foundIn(name, terms) } satisfies SearchPlace
  }

  function noteAt(meetingId: string, line: number, terms: readonly Term[]): SearchPlace | null {
    const row = note.get({ meetingId, line })
    if (!row) return null
    return { kind: 'note', atMs: row.at_ms, ...excerptOf(row.text, foundIn(row.text, terms)) }
  }

  function placeAt(meetingId: string, place: number, terms: readonly Term[]): SearchPlace | null {
    const { meeting, kind, index } = readPlace(place)
    switch (kind) {
      case 'turn':
      case 'correction': {
        const id = idAt(place)
        const turn = id && views.one(meetingId, id)
        return turn && turnPlace(turn, terms)
      }
      case 'note':
        return noteAt(meetingId, index, terms)
      case 'speaker':
        return speakerAt(meetingId, meeting, index, terms)
      case 'title':
        return null
    }
  }

  return {
    read: (meetingId, places, terms) => {
      // Another connection may have written since.
      store.forget(meetingId)
      return places
        .flatMap((place) => placeAt(meetingId, place, terms) ?? [])
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

/** A turn with what was found in it, down to the word. */
export function turnPlace(turn: Turn, terms: readonly Term[]): SearchPlace {
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
