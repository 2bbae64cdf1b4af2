import type { Brief } from '../schemas/briefs'

/** The service accepts no more terms. */
const mostTerms = 100

/** Returns what to listen for in a meeting: its own terms first, then those of all meetings. */
export function meetingTerms({ terms }: Brief, ofAll: readonly string[]): string[] {
  return [...new Set([...terms, ...ofAll])].slice(0, mostTerms)
}
