import { fail, ok, type Result } from '../../common/errors'
import { createLog } from '../platform'

const log = createLog('database')

/** Whether SQLite reports damage; the extended codes of a virtual table or an index count too. */
export function isDamage(cause: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT)/.test(sqliteCode(cause) ?? '')
}

/** Whether a failed write to the full-text index can only mean that the index is damaged. */
export function isIndexFailure(cause: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT|CONSTRAINT|ERROR)/.test(sqliteCode(cause) ?? '')
}

/**
 * Runs `work` and returns errors of SQLite as values: `disk-full`, `library-read-only`,
 * `library-busy`, `library-damaged`, or else `library-write-failed`. Other exceptions are bugs and
 * are thrown.
 */
export function attempt<T>(work: () => T): Result<T> {
  try {
    return ok(work())
  } catch (cause) {
    const code = sqliteCode(cause)
    if (code === null) throw cause
    if (isBusy(cause)) return fail('library-busy', describe(cause))
    log.error('library access failed', { cause })
    if (code === 'SQLITE_READONLY') return fail('library-read-only')
    if (isDamage(cause)) return fail('library-damaged', describe(cause))
    return fail(code === 'SQLITE_FULL' ? 'disk-full' : 'library-write-failed', describe(cause))
  }
}

/** Whether another program has locked the database. */
export function isBusy(cause: unknown): boolean {
  return (sqliteCode(cause) ?? '').startsWith('SQLITE_BUSY')
}

function sqliteCode(cause: unknown): string | null {
  if (!(cause instanceof Error) || !('code' in cause)) return null
  return typeof cause.code === 'string' && cause.code.startsWith('SQLITE_') ? cause.code : null
}

/** The code of SQLite and its message, for the detail of an error. */
export function describe(cause: unknown): string {
  const code = sqliteCode(cause)
  const message = cause instanceof Error ? cause.message : String(cause)
  return code === null ? message : `${code}: ${message}`
}
