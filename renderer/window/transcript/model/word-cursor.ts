import type { Row } from './rows'
import { doubtfulWords, wordRanges, type TranscriptTurn } from './turn-words'

/** A word of the transcript: the key of its row, and the index of the word in the turn. */
export interface WordRef {
  readonly key: string
  readonly word: number
}

export type TurnRow = Extract<Row, { kind: 'turn' }>
export type Step = 1 | -1

/** The index of a row, or -1. */
export function indexOfRow(rows: readonly Row[], key: string): number {
  return rows.findIndex((row) => row.key === key)
}

/** The words of a turn that the cursor can reach: those that its text contains. */
function stops(turn: TranscriptTurn): number[] {
  return wordRanges(turn).flatMap((range, word) => (range === null ? [] : [word]))
}

/** The first turn at or after an index in one direction; null if there is none. */
function turnFrom(rows: readonly Row[], index: number, step: Step): TurnRow | null {
  for (let at = index; at >= 0 && at < rows.length; at += step) {
    const row = rows[at]
    if (row?.kind === 'turn' && stops(row.turn).length > 0) return row
  }
  return null
}

function endOf(row: TurnRow | null, which: 0 | -1): WordRef | null {
  if (row === null) return null
  const word = stops(row.turn).at(which)
  return word === undefined ? null : { key: row.key, word }
}

/** The next or previous word, also in the next turn; null at the ends of the transcript. */
export function nextWord(rows: readonly Row[], wordRef: WordRef, step: Step): WordRef | null {
  const index = indexOfRow(rows, wordRef.key)
  const row = rows[index]
  if (row?.kind !== 'turn') return null
  const words = stops(row.turn)
  const word =
    step > 0
      ? words.find((other) => other > wordRef.word)
      : words.findLast((other) => other < wordRef.word)
  if (word !== undefined) return { key: row.key, word }
  return endOf(turnFrom(rows, index + step, step), step > 0 ? 0 : -1)
}

/** The first word of the next or previous turn. */
export function nextTurn(rows: readonly Row[], wordRef: WordRef, step: Step): WordRef | null {
  const index = indexOfRow(rows, wordRef.key)
  return index < 0 ? null : endOf(turnFrom(rows, index + step, step), 0)
}

/** The first or last word of the turn of a word. */
export function endOfTurn(rows: readonly Row[], wordRef: WordRef, which: 0 | -1): WordRef | null {
  const row = rows[indexOfRow(rows, wordRef.key)]
  return row?.kind === 'turn' ? endOf(row, which) : null
}

/** The first word of the transcript, or from a row on. */
export function firstWord(rows: readonly Row[], from = 0): WordRef | null {
  return endOf(turnFrom(rows, from, 1), 0)
}
export function lastWord(rows: readonly Row[]): WordRef | null {
  return endOf(turnFrom(rows, rows.length - 1, -1), -1)
}

/** The next word that the engine was not sure of; continues at the start after the end. */
export function nextDoubtful(
  rows: readonly Row[],
  wordRef: WordRef | null,
  step: Step,
): WordRef | null {
  const start = wordRef === null ? (step > 0 ? -1 : rows.length) : indexOfRow(rows, wordRef.key)
  const doubtful = (row: Row | undefined): number[] =>
    row?.kind === 'turn' ? doubtfulWords(row.turn) : []
  const beyond = (word: number) => wordRef !== null && (word - wordRef.word) * step > 0
  const found = (index: number, word: number | undefined): WordRef | null => {
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
