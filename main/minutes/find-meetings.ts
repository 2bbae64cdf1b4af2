import type { Result } from '../../common/errors'
import { ok } from '../../common/errors'
import type { SearchQuery, SearchResult } from '../../common/model'

/** The search over all meetings. */
export type Find = (query: SearchQuery) => Promise<Result<SearchResult>>

/** The model reads parts of this many meetings. */
const maxMeetings = 6
const everywhere = {
  speaker: null,
  tag: null,
  fromAt: null,
  untilAt: null,
  meetingId: null,
  after: null,
}

/**
 * Returns the ids of the meetings in which most words of a question occur, the best first; of equal
 * ones, the newest first, as the search lists them.
 */
export async function findMeetings(
  find: Find,
  words: readonly string[],
): Promise<Result<string[]>> {
  const counts = new Map<string, number>()
  for (const word of words) {
    const found = await find({ ...everywhere, text: word })
    if (!found.ok) return found
    for (const { meetingId } of found.value.groups) {
      counts.set(meetingId, (counts.get(meetingId) ?? 0) + 1)
    }
  }
  const ranked = [...counts].sort(([, a], [, b]) => b - a)
  return ok(ranked.slice(0, maxMeetings).map(([id]) => id))
}
