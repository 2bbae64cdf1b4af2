import type { Place } from './model'

/** The link that opens this place, with its time in seconds; main/desktop/opening.ts reads it. */
export function placeLink({ meetingId, atMs }: Place): string {
  const link = `parley://meeting/${meetingId}`
  return atMs === null ? link : `${link}?t=${atMs / 1_000}`
}
