import type { Turn, TurnId } from '../../preload/model'
import { idOf, speakerKey, turnKey, viewOf } from './corrections/state'
import type { CorrectionStore } from './corrections/store'
import type { IndexWriter } from './search/index-writer'
import type { Views } from './views'

/** Turns as they came to be read. */
export interface Readable {
  readonly turns: Turn[]
  readonly dropped: TurnId[]
}

/** Keeps the index in step with what is read, within the transaction that changes it. */
export interface Reading {
  /**
   * A turn of an engine is new or changed: gives it as it is read, and those split from it. A
   * partial is not indexed while more of it may come.
   */
  changed(meetingId: string, original: Turn, place: number): Readable
  /** These came to be read in another way by a correction. */
  corrected(meetingId: string, ids: readonly TurnId[]): Readable
  /** Those that are not final will not become so any more: the meeting is over. */
  indexPartials(meetingId: string): void
}

export function createReading(views: Views, store: CorrectionStore, index: IndexWriter): Reading {
  function corrected(meetingId: string, ids: readonly TurnId[]): Readable {
    const turns: Turn[] = []
    const dropped: TurnId[] = []
    for (const id of ids.map(idOf)) {
      const turn = views.one(meetingId, id)
      const place = views.original(meetingId, id)?.place ?? store.placeOf(meetingId, id)
      if (place !== null) index.turn(place, turn, keyOf(meetingId, id))
      if (turn === null) dropped.push(id)
      else turns.push(turn)
    }
    return { turns, dropped }
  }

  /** Whoever says a turn, before names and merging. */
  function keyOf(meetingId: string, id: TurnId): string {
    const correction = store.of(meetingId).turns.get(turnKey(id))
    if (correction?.speaker) return correction.speaker
    const from = views.original(meetingId, correction?.from ?? id)?.turn ?? correction?.turn
    return from ? speakerKey(from.source, from.speaker) : ''
  }

  return {
    changed: (meetingId, turn, place) => {
      const corrections = store.of(meetingId)
      const key = turnKey(turn)
      const parts = [...corrections.turns.values()].filter(
        (correction) => turnKey(correction.from) === key && turnKey(correction.turn) !== key,
      )
      if (corrections.turns.has(key) || parts.length > 0) {
        return corrected(meetingId, [turn, ...parts.map((part) => part.turn)])
      }
      const view = viewOf(turn, turn, corrections)
      if (turn.isFinal) index.turn(place, view, speakerKey(turn.source, turn.speaker))
      return { turns: view ? [view] : [], dropped: [] }
    },
    corrected,
    indexPartials: (meetingId) => {
      const left = views.originals(meetingId).filter(({ turn }) => !turn.isFinal)
      corrected(
        meetingId,
        left.map(({ turn }) => turn),
      )
    },
  }
}
