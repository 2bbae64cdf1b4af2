import type { ErrorValue, Result } from '../../preload/errors'
import { attempt, type Database } from './database'

/** Undoes the transaction around it. */
class Refused extends Error {
  constructor(readonly error: ErrorValue) {
    super(error.code)
  }
}

export type Must = <T>(result: Result<T>) => T

/** One durable transaction of several steps; `must` ends it where a step was refused. */
export function allOrNothing<T>(database: Database, work: (must: Must) => T): Result<T> {
  const must: Must = (result) => {
    if (!result.ok) throw new Refused(result.error)
    return result.value
  }
  try {
    return attempt(() => database.durably(() => work(must)))
  } catch (cause) {
    if (cause instanceof Refused) return { ok: false, error: cause.error }
    throw cause
  }
}
