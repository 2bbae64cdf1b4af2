import type { ErrorValue, Result } from '../../common/errors'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** Rolls the transaction back. */
class Refused extends Error {
  constructor(readonly error: ErrorValue) {
    super(error.code)
  }
}

export type Unwrap = <T>(result: Result<T>) => T

/** Runs several steps as one durable transaction; `unwrap` rolls it back if a step failed. */
export function resultTransaction<T>(database: Database, work: (unwrap: Unwrap) => T): Result<T> {
  const unwrap: Unwrap = (result) => {
    if (!result.ok) throw new Refused(result.error)
    return result.value
  }
  try {
    return attempt(() => database.durableTransaction(() => work(unwrap)))
  } catch (cause) {
    if (cause instanceof Refused) return { ok: false, error: cause.error }
    throw cause
  }
}
