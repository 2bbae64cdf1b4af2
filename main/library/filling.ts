import type { Result } from '../../preload/errors'
import type { Gap, Turn } from '../../preload/model'
import { allOrNothing } from './all-or-nothing'
import type { Database } from './database'
import type { Gaps } from './gaps'
import type { Turns } from './turns'

/** What the words found for one gap change. */
export interface Filling {
  readonly gap: Gap
  readonly turns: readonly Turn[]
  /** Partials whose words now stand in `turns`. */
  readonly dropped: readonly Pick<Turn, 'sessionId' | 'turnOrder'>[]
}

/**
 * Stores the words of a gap, takes away the partials that they replace and marks the gap, in one
 * durable step: a kill in between leaves the gap to be filled as if nothing had been done.
 */
export function createFill(
  database: Database,
  turns: Turns,
  gaps: Gaps,
): (meetingId: string, filling: Filling) => Result<Turn[]> {
  return (meetingId, filling) =>
    allOrNothing(database, (must) => {
      const stored = filling.turns.flatMap((turn) => must(turns.upsert(meetingId, turn)) ?? [])
      for (const { sessionId, turnOrder } of filling.dropped) {
        must(turns.drop(meetingId, sessionId, turnOrder))
      }
      must(gaps.upsert(meetingId, filling.gap))
      return stored
    })
}
