import type { SearchGroup, SearchPlace } from '../../../common/model'

/** A row of the results that can be selected and opened; `key` identifies it on the page. */
export type ResultRow =
  | { readonly kind: 'meeting'; readonly key: string; readonly group: SearchGroup }
  | {
      readonly kind: 'place'
      readonly key: string
      readonly group: SearchGroup
      readonly place: SearchPlace
    }
  /** The matches of a meeting that are not shown. */
  | { readonly kind: 'rest'; readonly key: string; readonly group: SearchGroup }
  /** Older meetings. */
  | { readonly kind: 'more'; readonly key: string }

/**
 * The rows of one meeting: its title, its matches, and a row for the matches that are not shown.
 */
export function rowsOfGroup(group: SearchGroup): ResultRow[] {
  const { meetingId, places, count } = group
  return [
    { kind: 'meeting', key: meetingId, group },
    ...places.map((place, index): ResultRow => ({
      kind: 'place',
      key: `${meetingId}-${index}`,
      group,
      place,
    })),
    ...(count > places.length ? [{ kind: 'rest' as const, key: `${meetingId}-rest`, group }] : []),
  ]
}

/** All rows in the order of the arrow keys. */
export function resultRows(groups: readonly SearchGroup[], more: number | null): ResultRow[] {
  return [
    ...groups.flatMap(rowsOfGroup),
    ...(more === null ? [] : [{ kind: 'more' as const, key: 'more' }]),
  ]
}

/** The first row that is a match: a place in a meeting, or a meeting with a matching title. */
export function firstHit(rows: readonly ResultRow[]): ResultRow | null {
  return rows.find((row) => row.kind !== 'meeting' || row.group.places.length === 0) ?? null
}

/** The row that an arrow key selects; from no row, the first match or the last row. */
export function stepTo(
  rows: readonly ResultRow[],
  active: string | null,
  step: 1 | -1,
): string | null {
  const at = rows.findIndex(({ key }) => key === active)
  if (at < 0) return (step > 0 ? firstHit(rows) : rows.at(-1))?.key ?? null
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.key ?? null
}
