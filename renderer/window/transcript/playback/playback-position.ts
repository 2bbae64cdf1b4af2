import type { WordRef } from '../model/word-cursor'
import type { Row } from '../model/rows'
import { wordAt, wordRanges, type WordRange } from '../model/turn-words'

/** If people speak at once, a turn that started this many turns earlier can still continue. */
const turnsAtOnce = 8

/** The index of the last row that starts at or before a time, or -1. Rows are sorted by time. */
export function rowAt(rows: readonly Row[], atMs: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.startMs ?? 0) <= atMs) low = middle + 1
    else high = middle
  }
  return low - 1
}

export interface PlayedWord extends WordRef {
  readonly index: number
  readonly range: WordRange
}

/** The word at a time, in the latest turn that continues; null between turns. */
export function playedWordAt(rows: readonly Row[], atMs: number): PlayedWord | null {
  const last = rowAt(rows, atMs)
  for (let index = last; index >= 0 && index > last - turnsAtOnce; index--) {
    const row = rows[index]
    if (row?.kind !== 'turn' || atMs > row.turn.endMs) continue
    const word = wordAt(row.turn, atMs)
    const range = wordRanges(row.turn)[word]
    return range ? { key: row.key, word, index, range } : null
  }
  return null
}
