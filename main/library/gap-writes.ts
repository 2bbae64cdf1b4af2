import type { Result } from '../../common/errors'
import type { Gap, Turn } from '../../common/model'
import { resultTransaction } from './result-transaction'
import type { Database } from './database'
import type { Gaps } from './gaps'
import type { Turns } from './turns'

/** The result of filling one gap. */
export interface GapWords {
  readonly gap: Gap
  readonly turns: readonly Turn[]
  /** Partials that `turns` replace. */
  readonly dropped: readonly Pick<Turn, 'sessionId' | 'turnOrder'>[]
}

/**
 * Stores the words of a gap, removes the partials that they replace and updates the gap, in one
 * durable transaction: if the app is killed in between, the gap is filled again from the start.
 */
export function createGapWrites(
  database: Database,
  turns: Turns,
  gaps: Gaps,
): (meetingId: string, filling: GapWords) => Result<Turn[]> {
  return (meetingId, filling) =>
    resultTransaction(database, (unwrap) => {
      const stored = filling.turns.flatMap((turn) => unwrap(turns.upsert(meetingId, turn)) ?? [])
      for (const { sessionId, turnOrder } of filling.dropped) {
        unwrap(turns.drop(meetingId, sessionId, turnOrder))
      }
      unwrap(gaps.upsert(meetingId, filling.gap))
      return stored
    })
}
