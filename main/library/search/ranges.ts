/** Meetings from one number to another, both included. */
export interface MeetingRange {
  readonly first: number
  readonly last: number
}

/** Neighbours that fit as one range each; `meetings` and the ranges go from the newest to the oldest. */
export function rangesOf(
  meetings: readonly { readonly number: number; readonly fits: boolean }[],
): MeetingRange[] {
  const ranges: { first: number; last: number }[] = []
  let open = false
  for (const { number, fits } of meetings) {
    const range = ranges.at(-1)
    if (fits && open && range) range.first = number
    else if (fits) ranges.push({ first: number, last: number })
    open = fits
  }
  return ranges
}
