import { mayPass, type ErrorValue } from '../../common/errors'
import type { GapProblem } from '../../common/model'
import type { Broadcast } from '../boundary'

/** Why gaps stay open, of all meetings: only what does not pass by itself. */
export interface GapProblems {
  list(): readonly GapProblem[]
  /** Begins a look at all open gaps. */
  collect(): FoundProblems
}

export interface FoundProblems {
  /** Nothing is added for a null, or for an error that passes by itself. */
  add(meetingId: string, gapIds: readonly string[], error: ErrorValue | null): void
  /** Every gap was looked at: what was found replaces what was known. */
  report(): void
}

export function createGapProblems(broadcast: Broadcast): GapProblems {
  let known: readonly GapProblem[] = []
  return {
    list: () => known,
    collect: () => {
      const found: GapProblem[] = []
      return {
        add: (meetingId, gapIds, error) => {
          if (error === null || mayPass(error)) return
          found.push(...gapIds.map((gapId) => ({ meetingId, gapId, error })))
        },
        report: () => {
          if (JSON.stringify(found) === JSON.stringify(known)) return
          known = found
          broadcast('gaps:problems-changed', found)
        },
      }
    },
  }
}
