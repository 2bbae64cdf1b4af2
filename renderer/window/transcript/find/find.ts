import { needsSpace } from '../../../../common/text/join-words'
import type { Row } from '../model/rows'
import type { WordRange } from '../model/turn-words'

/** A match: its row, and where it is in the text. */
export interface Hit {
  readonly key: string
  readonly index: number
  readonly range: WordRange
}

/** The state of the search within the open meeting. */
export interface Find {
  readonly open: boolean
  /** Counts the requests, so that each one focuses the field again. */
  readonly asked: number
  readonly query: string
  /** Which match is shown, from 0 and beyond both ends; null before the first one. */
  readonly at: number | null
}

export const notFinding: Find = { open: false, asked: 0, query: '', at: null }

/** Every match in the transcript, on the page or not; case is ignored. */
export function findAll(rows: readonly Row[], query: string): readonly Hit[] {
  const words = query.trim().split(/\s+/u)
  if (words.join('') === '') return []
  const source = words.reduce((before, word, index) => {
    const space = needsSpace(words[index - 1] ?? '', word) ? '\\s+' : '\\s*'
    return before + (index === 0 ? '' : space) + escape(word)
  }, '')
  const pattern = new RegExp(source, 'giu')
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

/** The index of the match that is shown; -1 if there is none. */
export function hitNumber(at: number | null, count: number): number {
  return count === 0 || at === null ? -1 : ((at % count) + count) % count
}

/** The index of the first match at or after a row, or 0 if there is none. */
export function hitFrom(hits: readonly Hit[], index: number): number {
  return Math.max(
    0,
    hits.findIndex((hit) => hit.index >= index),
  )
}
