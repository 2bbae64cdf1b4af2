import type { Place } from './places'
import type { Row } from './rows'
import { wordAt, wordRanges, type WordRange } from './words'

/** Where two speak at once, a turn may have begun this many turns before and go on. */
const turnsAtOnce = 8

/** The index of the last row that has begun at a time, or -1. Rows are in the order of time. */
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

export interface Spoken extends Place {
  readonly index: number
  readonly range: WordRange
}

/** The word that is said at a time, of the latest turn that goes on; null between turns. */
export function spokenAt(rows: readonly Row[], atMs: number): Spoken | null {
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
