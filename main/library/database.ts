import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type libsql from 'libsql'
import { fail, ok, type ErrorCode, type ErrorValue, type Result } from '../../common/errors'
import { createLog } from '../platform'
import { connect, type Connection } from './connection'
import { hasTables, migrate, userVersion } from './migrate'
import { describe, isBusy, isDamage } from './sqlite-errors'

const log = createLog('database')

/**
 * The values of named parameters (`:name`). No booleans: libsql 0.5 ends the process on one (no issue
 * is known upstream).
 */
export type Bind = Readonly<Record<string, string | number | null>>

/** A prepared statement; `Row` is the type of its result rows. */
export interface Statement<Row> {
  /** Returns the number of changed rows. */
  run(bind: Bind): number
  get(bind: Bind): Row | undefined
  all(bind: Bind): Row[]
}

export interface Database {
  /** Why nothing can be written, or null if writing works. */
  readonly readOnly: ErrorValue | null
  statement<Row = never>(sql: string): Statement<Row>
  /**
   * A query with many rows and no blobs. SQLite returns them as one JSON text, because libsql takes
   * most of the time of such a query to return each value by itself.
   */
  manyRows<Row>(sql: string): Pick<Statement<Row>, 'all'>
  /** Runs SQL that has no parameters and returns nothing. */
  execute(sql: string): void
  /** Runs a transaction; inside another transaction it becomes part of that one. */
  transaction<T>(work: () => T): T
  /** Runs a transaction that survives a power cut once it returns. */
  durableTransaction<T>(work: () => T): T
  /** Runs work that alone is undone if it throws; the outer transaction continues. */
  savepoint<T>(work: () => T): T
  /** Runs reads that all see the same state, even if another connection writes. */
  readTransaction<T>(work: () => T): T
  /** Merges the write-ahead log into the file, so that neither contains deleted data. */
  mergeLog(): void
  /** Merges the write-ahead log into the file and closes it. */
  close(): void
}

/** How long opening waits for another program, in ms. */
const openTimeoutMs = 5_000

/**
 * Opens a database and migrates it. Errors, all of which leave it unchanged: `library-damaged`,
 * `library-busy` (another program), `library-no-rights`, `library-unavailable` (no folder, no native
 * file), `library-newer`, and `library-migration-failed` if the database is empty. If a migration of
 * a database with content fails, it is rolled back, the copy that was taken before stays in
 * `copies/`, and the database is opened read-only.
 */
export function openDatabase(
  file: string,
  migrations: readonly string[],
  now: () => number,
): Result<Database> {
  let connection: Connection | null = null
  try {
    mkdirSync(dirname(file), { recursive: true })
    connection = connect(file)
    connection.exec(`PRAGMA busy_timeout = ${openTimeoutMs}`)
    const version = userVersion(connection)
    if (version > migrations.length) {
      connection.close()
      return fail('library-newer', `Version ${version}; this Parley knows ${migrations.length}.`)
    }
    // WAL: readers and the writer do not block each other, and a killed process loses nothing.
    connection.exec('PRAGMA journal_mode = WAL')
    // NORMAL: no fsync for each partial, of which many come each second; what must survive a power
    // cut (finals, states, gaps) uses durableTransaction().
    connection.exec('PRAGMA synchronous = NORMAL')
    connection.exec('PRAGMA foreign_keys = ON')
    // Data that a person deletes permanently must not stay readable in free pages.
    connection.exec('PRAGMA secure_delete = ON')
    const migrated = migrate({ connection, file, migrations, now }, version)
    // Main never waits for another program: writes fail with `library-busy` and are queued.
    connection.exec('PRAGMA busy_timeout = 0')
    if (migrated.ok) return ok(wrap(connection, null))
    if (hasTables(connection)) {
      connection.exec('PRAGMA query_only = ON')
      return ok(wrap(connection, migrated.error))
    }
    connection.close()
    return migrated
  } catch (cause) {
    log.error('library not opened', { cause })
    connection?.close()
    return fail(openingCode(cause, file), describe(cause))
  }
}

function openingCode(cause: unknown, file: string): ErrorCode {
  if (isDamage(cause)) return 'library-damaged'
  if (isBusy(cause)) return 'library-busy'
  return mayWrite(file) ? 'library-unavailable' : 'library-no-rights'
}

/** Whether the app may write to the file and its folder. */
function mayWrite(file: string): boolean {
  try {
    const existing = [dirname(file), file, `${file}-wal`].filter((path) => existsSync(path))
    for (const path of existing) accessSync(path, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Opens a second connection that only reads, for a thread; throws if it cannot. `readOnly` is that of
 * the first connection.
 */
export function openReader(file: string, readOnly: ErrorValue | null = null): Database {
  const connection = connect(file)
  connection.exec('PRAGMA busy_timeout = 2000')
  connection.exec('PRAGMA query_only = ON')
  return wrap(connection, readOnly)
}

type RawRow = Record<string, unknown>

/**
 * Prepares a statement whose result contains texts as bytes. libsql ends the whole process when a
 * text is not valid UTF-8, which a single damaged byte on the disk can cause
 * (https://github.com/tursodatabase/libsql/issues/1223).
 */
function prepareSafely(connection: Connection, sql: string): libsql.Statement<[Bind]> {
  const prepared = connection.prepare<[Bind]>(sql)
  if (!/^\s*(SELECT|WITH)\b/i.test(sql)) return prepared
  const columns = prepared.columns().map(({ name }) => {
    const quoted = `"${name.replaceAll('"', '""')}"`
    return `CASE typeof(${quoted}) WHEN 'text' THEN CAST(${quoted} AS BLOB) ELSE ${quoted} END AS ${quoted}`
  })
  return connection.prepare<[Bind]>(`SELECT ${columns.join()} FROM (${sql})`)
}

/** A query for all rows of a query as one text: a JSON list of lists. */
function jsonOfRows(sql: string, names: readonly string[]): string {
  const columns = names.map((name) => `"${name.replaceAll('"', '""')}"`).join()
  return `SELECT json_group_array(json_array(${columns})) AS rows FROM (${sql})`
}

function rowsOfJson<Row>(json: string, names: readonly string[]): Row[] {
  return (JSON.parse(json) as unknown[][]).map((values) => {
    const row: Record<string, unknown> = {}
    for (let column = 0; column < names.length; column += 1) {
      row[names[column] as string] = values[column]
    }
    return row as Row
  })
}

/** Decodes texts; bytes that are not UTF-8 become U+FFFD. */
function decoded(row: RawRow): RawRow {
  for (const name in row) {
    const value = row[name]
    // libsql returns an ArrayBuffer from all() and a Buffer from get().
    if (value instanceof ArrayBuffer) row[name] = Buffer.from(value).toString('utf8')
    else if (value instanceof Uint8Array) {
      row[name] = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8')
    }
  }
  return row
}

/**
 * libsql 0.5 ends the whole process when a closed database is used, like
 * https://github.com/tursodatabase/libsql-js/pull/98.
 */
class ClosedError extends Error {
  readonly code = 'SQLITE_MISUSE'
  constructor() {
    super('The library is closed.')
  }
}

function wrap(opened: Connection, readOnly: ErrorValue | null): Database {
  let isClosed = false
  const connection = () => {
    if (isClosed) throw new ClosedError()
    return opened
  }
  const transaction = <T>(work: () => T): T => {
    if (connection().inTransaction) return work()
    connection().exec('BEGIN IMMEDIATE')
    try {
      const value = work()
      connection().exec('COMMIT')
      return value
    } catch (cause) {
      if (connection().inTransaction) connection().exec('ROLLBACK')
      throw cause
    }
  }
  const reading = <T>(work: () => T): T => {
    if (connection().inTransaction) return work()
    connection().exec('BEGIN')
    try {
      return work()
    } finally {
      if (connection().inTransaction) connection().exec('COMMIT')
    }
  }
  const mergeLog = () => {
    try {
      connection().exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch (cause) {
      // The log is merged when the database is opened next.
      log.warn('write-ahead log not merged', { cause })
    }
  }
  const statement = <Row>(sql: string): Statement<Row> => {
    // Not before it is used: the start does not wait for hundreds of them, and with a damaged table,
    // or the older schema of a read-only library, the others work.
    let prepared: ReturnType<typeof prepareSafely> | null = null
    const ready = () => {
      const open = connection()
      return (prepared ??= prepareSafely(open, sql))
    }
    return {
      run: (bind) => ready().run(bind).changes,
      get: (bind) => {
        const row = ready().get(bind)
        return row === undefined ? undefined : (decoded(row as RawRow) as Row)
      },
      all: (bind) => (ready().all(bind) as RawRow[]).map((row) => decoded(row) as Row),
    }
  }
  return {
    readOnly,
    statement,
    manyRows: <Row>(sql: string) => {
      let query: { names: string[]; json: Statement<{ rows: string }> } | null = null
      const ready = () => {
        const names = connection()
          .prepare(sql)
          .columns()
          .map(({ name }) => name)
        const json = statement<{ rows: string }>(jsonOfRows(sql, names))
        return { names, json }
      }
      return {
        all: (bind) => {
          query ??= ready()
          const { names, json } = query
          return rowsOfJson<Row>(json.get(bind)?.rows ?? '[]', names)
        },
      }
    },
    execute: (sql) => void connection().exec(sql),
    transaction,
    savepoint: (work) => {
      connection().exec('SAVEPOINT part')
      try {
        const value = work()
        connection().exec('RELEASE part')
        return value
      } catch (cause) {
        if (connection().inTransaction) connection().exec('ROLLBACK TO part; RELEASE part')
        throw cause
      }
    },
    readTransaction: reading,
    durableTransaction: (work) => {
      // SQLite ignores this pragma inside a transaction; the outer one decides then.
      if (connection().inTransaction) return work()
      connection().exec('PRAGMA synchronous = FULL')
      try {
        return transaction(work)
      } finally {
        connection().exec('PRAGMA synchronous = NORMAL')
      }
    },
    mergeLog,
    close: () => {
      if (isClosed) return
      mergeLog()
      isClosed = true
      opened.close()
    },
  }
}
