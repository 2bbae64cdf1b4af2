import { endOfTurn, firstPlace, lastPlace, nextTurn, nextWord, type Place } from './places'
import type { Row } from './rows'

type Move = (rows: readonly Row[], place: Place) => Place | null

const moves: Readonly<Record<string, Move>> = {
  ArrowRight: (rows, place) => nextWord(rows, place, 1),
  ArrowLeft: (rows, place) => nextWord(rows, place, -1),
  ArrowDown: (rows, place) => nextTurn(rows, place, 1),
  ArrowUp: (rows, place) => nextTurn(rows, place, -1),
  Home: (rows, place) => endOfTurn(rows, place, 0),
  End: (rows, place) => endOfTurn(rows, place, -1),
}
const farMoves: Readonly<Record<string, Move>> = {
  Home: (rows) => firstPlace(rows),
  End: (rows) => lastPlace(rows),
}

/** A key as it was pressed. */
export interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** How a key moves among the words; undefined for a key that does not. */
export function moveOf(pressed: Pressed): Move | undefined {
  if (pressed.shiftKey || pressed.altKey) return undefined
  return pressed.ctrlKey || pressed.metaKey ? farMoves[pressed.key] : moves[pressed.key]
}
