import { randomUUID } from 'node:crypto'
import { errorValue, type ErrorValue } from '../../common/errors'
import type { SessionGrant, SessionTested } from '../../common/model'
import type { MainEvents } from '../boundary'

/** Longer than the recorder waits for Begin and Termination together. */
const longestMs = 20_000

/** The sessions that tests of keys open in the recorder page, where every recording opens its own. */
export interface SessionTests {
  /** Returns why the session did not begin, or null. */
  run(grant: SessionGrant): Promise<ErrorValue | null>
  tested(outcome: Pick<SessionTested, 'testId' | 'error'>): void
}

/** `send` gives the page one test; false if there is no page now. */
export function createSessionTests(
  send: (test: MainEvents['recorder:test']) => boolean,
): SessionTests {
  const waiting = new Map<string, (error: ErrorValue | null) => void>()
  return {
    run: (grant) =>
      new Promise((resolve) => {
        const testId = randomUUID()
        const finish = (error: ErrorValue | null) => {
          clearTimeout(limit)
          waiting.delete(testId)
          resolve(error)
        }
        const limit = setTimeout(() => finish(errorValue('begin-timeout')), longestMs)
        waiting.set(testId, finish)
        if (!send({ testId, grant })) finish(errorValue('recorder-restarting'))
      }),
    tested: ({ testId, error }) => waiting.get(testId)?.(error),
  }
}
