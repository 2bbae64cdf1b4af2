import type { Place } from './model'

/** The link that opens this place, with its time in seconds; main/desktop/deep-links.ts reads it. */
export function placeLink({ meetingId, atMs }: Place): string {
  const link = `parley://meeting/${meetingId}`
  return atMs === null ? link : `${link}?t=${atMs / 1_000}`
}

/** Whether an argument is meant as a link, well-formed or not. */
export function isLink(argument: string): boolean {
  return /^parley:/i.test(argument)
}
