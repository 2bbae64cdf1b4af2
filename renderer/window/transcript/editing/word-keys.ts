import {
  endOfTurn,
  firstWord,
  lastWord,
  nextTurn,
  nextWord,
  type WordRef,
} from '../model/word-cursor'
import type { Row } from '../model/rows'

type Move = (rows: readonly Row[], wordRef: WordRef) => WordRef | null

const moves: Readonly<Record<string, Move>> = {
  ArrowRight: (rows, wordRef) => nextWord(rows, wordRef, 1),
  ArrowLeft: (rows, wordRef) => nextWord(rows, wordRef, -1),
  ArrowDown: (rows, wordRef) => nextTurn(rows, wordRef, 1),
  ArrowUp: (rows, wordRef) => nextTurn(rows, wordRef, -1),
  Home: (rows, wordRef) => endOfTurn(rows, wordRef, 0),
  End: (rows, wordRef) => endOfTurn(rows, wordRef, -1),
}
const farMoves: Readonly<Record<string, Move>> = {
  Home: (rows) => firstWord(rows),
  End: (rows) => lastWord(rows),
}

/** A key press. */
export interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const turned: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
}

/**
 * How a key moves between words; undefined for other keys. `direction` is that of the text: the next
 * word of Arabic is to the left.
 */
export function moveOf(pressed: Pressed, direction = 'ltr'): Move | undefined {
  if (pressed.shiftKey || pressed.altKey) return undefined
  if (pressed.ctrlKey || pressed.metaKey) return farMoves[pressed.key]
  return moves[(direction === 'rtl' ? turned[pressed.key] : undefined) ?? pressed.key]
}
