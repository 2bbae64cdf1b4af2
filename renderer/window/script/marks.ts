import type { Mark } from '../../../preload/model'
import type { Row } from './rows'
import { rowAt } from './spoken'

/** The marks that belong to a row: those from its beginning to that of the next. */
export function marksOf(rows: readonly Row[], index: number, marks: readonly Mark[]): Mark[] {
  return marks.filter(({ atMs }) => Math.max(0, rowAt(rows, atMs)) === index)
}

/** The marks of each row that has some, by its key. */
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
