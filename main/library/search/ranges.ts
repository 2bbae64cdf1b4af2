/** Meetings with consecutive positions (both ends included) and one FTS5 expression. */
export interface MeetingRange {
  readonly first: number
  readonly last: number
  readonly match: string
}

/**
 * Joins neighbouring meetings with the same expression into ranges; a meeting with null is left out.
 * `meetings` and the ranges are in the order from the newest to the oldest.
 */
export function rangesOf(
  meetings: readonly { readonly number: number; readonly match: string | null }[],
): MeetingRange[] {
  const ranges: { first: number; last: number; match: string }[] = []
  let before: string | null = null
  for (const { number, match } of meetings) {
    const range = ranges.at(-1)
    if (match !== null && match === before && range) range.first = number
    else if (match !== null) ranges.push({ first: number, last: number, match })
    before = match
  }
  return ranges
}
