import type { Row } from './rows'
import { doubtfulWords, wordRanges, type ScriptTurn } from './words'

/** A word of the script: the key of its row, and which word of the turn. */
export interface Place {
  readonly key: string
  readonly word: number
}

export type TurnRow = Extract<Row, { kind: 'turn' }>
export type Step = 1 | -1

/** Where a row stands, or -1. */
export function indexOfRow(rows: readonly Row[], key: string): number {
  return rows.findIndex((row) => row.key === key)
}

/** The words of a turn that can be gone to, in order: those that its text has. */
function stops(turn: ScriptTurn): number[] {
  return wordRanges(turn).flatMap((range, word) => (range === null ? [] : [word]))
}

/** The turn from this index on, itself included, in one direction; null where there is none. */
function turnFrom(rows: readonly Row[], index: number, step: Step): TurnRow | null {
  for (let at = index; at >= 0 && at < rows.length; at += step) {
    const row = rows[at]
    if (row?.kind === 'turn' && stops(row.turn).length > 0) return row
  }
  return null
}

function endOf(row: TurnRow | null, which: 0 | -1): Place | null {
  if (row === null) return null
  const word = stops(row.turn).at(which)
  return word === undefined ? null : { key: row.key, word }
}

/** The word after or before, in the next turn where this one ends; null at the ends of the script. */
export function nextWord(rows: readonly Row[], place: Place, step: Step): Place | null {
  const index = indexOfRow(rows, place.key)
  const row = rows[index]
  if (row?.kind !== 'turn') return null
  const words = stops(row.turn)
  const word =
    step > 0
      ? words.find((other) => other > place.word)
      : words.findLast((other) => other < place.word)
  if (word !== undefined) return { key: row.key, word }
  return endOf(turnFrom(rows, index + step, step), step > 0 ? 0 : -1)
}

/** The first word of the turn after or before. */
export function nextTurn(rows: readonly Row[], place: Place, step: Step): Place | null {
  const index = indexOfRow(rows, place.key)
  return index < 0 ? null : endOf(turnFrom(rows, index + step, step), 0)
}

/** The first or the last word of the turn of a place. */
export function endOfTurn(rows: readonly Row[], place: Place, which: 0 | -1): Place | null {
  const row = rows[indexOfRow(rows, place.key)]
  return row?.kind === 'turn' ? endOf(row, which) : null
}

/** The first word of the script, or of what stands from an index on; or the last of all. */
export function firstPlace(rows: readonly Row[], from = 0): Place | null {
  return endOf(turnFrom(rows, from, 1), 0)
}
export function lastPlace(rows: readonly Row[]): Place | null {
  return endOf(turnFrom(rows, rows.length - 1, -1), -1)
}

/** The next word that the engine was not sure of, past the end from the beginning again. */
export function nextDoubtful(rows: readonly Row[], place: Place | null, step: Step): Place | null {
  const start = place === null ? (step > 0 ? -1 : rows.length) : indexOfRow(rows, place.key)
  const doubtful = (row: Row | undefined): number[] =>
    row?.kind === 'turn' ? doubtfulWords(row.turn) : []
  const beyond = (word: number) => place !== null && (word - place.word) * step > 0
  const found = (index: number, word: number | undefined): Place | null => {
    const row = rows[index]
    return row === undefined || word === undefined ? null : { key: row.key, word }
  }
  const inOrder = (words: readonly number[]) => (step > 0 ? words : words.toReversed())

  const here = found(start, inOrder(doubtful(rows[start])).find(beyond))
  if (here !== null) return here
  for (let walked = 1; walked <= rows.length; walked++) {
    const index = (((start + walked * step) % rows.length) + rows.length) % rows.length
    const there = found(index, inOrder(doubtful(rows[index]))[0])
    if (there !== null) return there
  }
  return null
}
