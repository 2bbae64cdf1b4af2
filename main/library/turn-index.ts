import type { Turn, TurnId } from '../../common/model'
import { turnKey } from '../../common/turn-key'
import { idOf, speakerKey, correctedTurn } from './corrections/state'
import type { CorrectionStore } from './corrections/store'
import type { IndexWriter } from './search/index-writer'
import type { CorrectedTurns } from './corrected-turns'

/** Corrected turns that changed, and turns that are no longer shown. */
export interface TurnChanges {
  readonly turns: Turn[]
  readonly dropped: TurnId[]
}

/** Keeps the full-text index equal to the corrected turns, in the transaction that changes them. */
export interface TurnIndex {
  /**
   * An engine's turn is new or changed. Returns the corrected turn and the turns that were split
   * from it. A partial is not indexed, since it still changes.
   */
  changed(meetingId: string, original: Turn, rowId: number): TurnChanges
  /** A correction changed these turns. */
  corrected(meetingId: string, ids: readonly TurnId[]): TurnChanges
  /** The meeting is over: indexes the partials that never became final. */
  indexPartials(meetingId: string): void
  /** Indexes all turns of a meeting again; partials only if the meeting is over. */
  indexAll(meetingId: string, isOver: boolean): void
}

export function createTurnIndex(
  correctedTurns: CorrectedTurns,
  store: CorrectionStore,
  index: IndexWriter,
): TurnIndex {
  function corrected(meetingId: string, ids: readonly TurnId[]): TurnChanges {
    const turns: Turn[] = []
    const dropped: TurnId[] = []
    for (const id of ids.map(idOf)) {
      const turn = correctedTurns.one(meetingId, id)
      const rowId = correctedTurns.original(meetingId, id)?.rowId ?? store.rowIdOf(meetingId, id)
      if (rowId !== null) index.turn(rowId, turn, keyOf(meetingId, id))
      if (turn === null) dropped.push(id)
      else turns.push(turn)
    }
    return { turns, dropped }
  }

  /** The key of a turn's speaker, before names and merging. */
  function keyOf(meetingId: string, id: TurnId): string {
    const correction = store.of(meetingId).turns.get(turnKey(id))
    if (correction?.speaker) return correction.speaker
    const from =
      correctedTurns.original(meetingId, correction?.from ?? id)?.turn ?? correction?.turn
    return from ? speakerKey(from.source, from.speaker) : ''
  }

  return {
    changed: (meetingId, turn, rowId) => {
      const corrections = store.of(meetingId)
      const key = turnKey(turn)
      const parts = [...corrections.turns.values()].filter(
        (correction) => turnKey(correction.from) === key && turnKey(correction.turn) !== key,
      )
      if (corrections.turns.has(key) || parts.length > 0) {
        return corrected(meetingId, [turn, ...parts.map((part) => part.turn)])
      }
      const view = correctedTurn(turn, turn, corrections)
      if (turn.isFinal) index.turn(rowId, view, speakerKey(turn.source, turn.speaker))
      return { turns: view ? [view] : [], dropped: [] }
    },
    corrected,
    indexPartials: (meetingId) => {
      const left = correctedTurns.originals(meetingId).filter(({ turn }) => !turn.isFinal)
      corrected(
        meetingId,
        left.map(({ turn }) => turn),
      )
    },
    indexAll: (meetingId, isOver) => {
      const originals = correctedTurns.originals(meetingId).map(({ turn }) => turn)
      const created = [...store.of(meetingId).turns.values()].map(({ turn }) => turn)
      corrected(meetingId, [...originals.filter((turn) => turn.isFinal || isOver), ...created])
    },
  }
}
