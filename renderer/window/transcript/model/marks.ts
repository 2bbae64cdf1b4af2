import type { Mark } from '../../../../common/model'
import type { Row } from './rows'
import { rowAt } from '../playback/playback-position'

/** The marks of a row: those from its start to the start of the next row. */
export function marksOf(rows: readonly Row[], index: number, marks: readonly Mark[]): Mark[] {
  return marks.filter(({ atMs }) => Math.max(0, rowAt(rows, atMs)) === index)
}

/** The marks by the key of their row. */
export function marksByRow(
  rows: readonly Row[],
  marks: readonly Mark[],
): ReadonlyMap<string, readonly Mark[]> {
  const found = new Map<string, Mark[]>()
  for (const mark of marks) {
    const row = rows[Math.max(0, rowAt(rows, mark.atMs))]
    if (row) found.set(row.key, [...(found.get(row.key) ?? []), mark])
  }
  return found
}
