/** Meetings from one number to another, both included, in which the same is looked for. */
export interface MeetingRange {
  readonly first: number
  readonly last: number
  readonly match: string
}

/**
 * Neighbours in which the same is looked for as one range each; null for a meeting to be left out.
 * `meetings` and the ranges go from the newest to the oldest.
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
