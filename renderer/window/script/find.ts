import type { Row } from './rows'
import type { WordRange } from './words'

/** Where the text that is looked for stands. */
export interface Hit {
  readonly key: string
  readonly index: number
  readonly range: WordRange
}

/** The state of finding in the open meeting. */
export interface Find {
  readonly open: boolean
  /** Goes up each time that it is asked for, so that the field takes the keyboard again. */
  readonly asked: number
  readonly query: string
  /** Which hit is shown, counted from 0 and on past both ends; null before one was gone to. */
  readonly at: number | null
}

export const notFinding: Find = { open: false, asked: 0, query: '', at: null }

/** Every place of a text in the script, whether its row is in the page or not; case is ignored. */
export function findAll(rows: readonly Row[], query: string): readonly Hit[] {
  const words = query.trim().split(/\s+/u).map(escape)
  if (words.join('') === '') return []
  const pattern = new RegExp(words.join('\\s+'), 'giu')
  return rows.flatMap((row, index) =>
    row.kind === 'turn'
      ? [...row.turn.text.matchAll(pattern)].map((match): Hit => ({
          key: row.key,
          index,
          range: [match.index, match.index + match[0].length],
        }))
      : [],
  )
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}

/** Which of so many hits is the one that is shown; -1 where there is none. */
export function hitNumber(at: number | null, count: number): number {
  return count === 0 || at === null ? -1 : ((at % count) + count) % count
}

/** The first hit in a row or after it; the first of all where there is none after. */
export function hitFrom(hits: readonly Hit[], index: number): number {
  return Math.max(
    0,
    hits.findIndex((hit) => hit.index >= index),
  )
}
