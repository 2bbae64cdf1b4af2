import type { Turn, TurnId } from '../../preload/model'
import { turnKey, viewOf } from './corrections/state'
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
  /** All turns of a meeting, or those that never became final. */
  reindex(meetingId: string, which: 'all' | 'partials'): void
}

export function createReading(views: Views, store: CorrectionStore, index: IndexWriter): Reading {
  function corrected(meetingId: string, ids: readonly TurnId[]): Readable {
    const turns: Turn[] = []
    const dropped: TurnId[] = []
    for (const { sessionId, turnOrder } of ids) {
      const id = { sessionId, turnOrder }
      const turn = views.one(meetingId, id)
      const place = views.original(meetingId, id)?.place ?? store.placeOf(meetingId, id)
      if (place !== null) index.turn(place, turn)
      if (turn === null) dropped.push(id)
      else turns.push(turn)
    }
    return { turns, dropped }
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
      if (turn.isFinal) index.turn(place, view)
      return { turns: view ? [view] : [], dropped: [] }
    },
    corrected,
    reindex: (meetingId, which) => {
      const originals = views.originals(meetingId)
      if (which === 'partials') {
        const left = originals.filter(({ turn }) => !turn.isFinal)
        corrected(
          meetingId,
          left.map(({ turn }) => turn),
        )
        return
      }
      const places = new Map(originals.map(({ turn, place }) => [turnKey(turn), place]))
      for (const turn of views.all(meetingId)) {
        const place = places.get(turnKey(turn)) ?? store.placeOf(meetingId, turn)
        if (place !== null) index.turn(place, turn)
      }
    },
  }
}
