import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type libsql from 'libsql'
import { fail, ok, type ErrorCode, type ErrorValue, type Result } from '../../preload/errors'
import { createLog } from '../log'

const log = createLog('database')

/**
 * What may be bound. No booleans: libsql 0.5 ends the whole process when it meets one.
 * Parameters are bound by name (`:name`).
 */
export type Bind = Readonly<Record<string, string | number | null>>

/** A prepared statement; `Row` is what its SELECT or RETURNING gives. */
export interface Statement<Row> {
  /** The number of rows changed. */
  run(bind: Bind): number
  get(bind: Bind): Row | undefined
  all(bind: Bind): Row[]
}

export interface Database {
  /** Why nothing can be written, or null where all is well. */
  readonly readOnly: ErrorValue | null
  statement<Row = never>(sql: string): Statement<Row>
  /** All or nothing; within another transaction it becomes part of that one. */
  transaction<T>(work: () => T): T
  /** A transaction that is on the disk itself, not only with the system, when it returns. */
  durably<T>(work: () => T): T
  /** Reads that all see the same moment, whatever another connection writes meanwhile. */
  reading<T>(work: () => T): T
  /** Moves the write-ahead log into the file, so that what was deleted is in neither. */
  mergeLog(): void
  /** Moves the write-ahead log into the file and closes it. */
  close(): void
}

type Connection = libsql.Database

// Loaded at need, so that a computer without its native file gets a sentence and not a crash.
const load = createRequire(import.meta.url)

/**
 * Opens a database and brings it up to date. Errors, all of which leave it as it was:
 * `library-damaged` (not a database, or broken), `library-no-rights`, `library-unavailable` (no
 * folder, no native file), `library-newer`, `library-migration-failed` where there is nothing in it
 * yet. With something in it a failed migration is rolled back, the copy taken
 * before it stays in `copies/`, and the database is opened to be read only.
 */
export function openDatabase(
  file: string,
  migrations: readonly string[],
  now: () => number,
): Result<Database> {
  let connection: Connection | null = null
  try {
    mkdirSync(dirname(file), { recursive: true })
    const Constructor = load('libsql') as typeof libsql
    connection = new Constructor(file)
    connection.exec('PRAGMA busy_timeout = 2000')
    const version = userVersion(connection)
    if (version > migrations.length) {
      connection.close()
      return fail('library-newer', `Version ${version}; this Parley knows ${migrations.length}.`)
    }
    // WAL: readers and the writer do not wait for each other, and a killed process loses nothing.
    connection.exec('PRAGMA journal_mode = WAL')
    // NORMAL: no fsync for each partial, which comes many times a second on the main thread; what
    // must outlive a power cut (finals, states, gaps) goes through durably().
    connection.exec('PRAGMA synchronous = NORMAL')
    connection.exec('PRAGMA foreign_keys = ON')
    // What a person deletes for good must not stay readable in pages that are free.
    connection.exec('PRAGMA secure_delete = ON')
    const migrated = migrate(connection, file, version, migrations, now)
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

/** A second connection to a database that is open, which only reads; it throws where it cannot. */
export function openReader(file: string): Database {
  const Constructor = load('libsql') as typeof libsql
  const connection = new Constructor(file)
  connection.exec('PRAGMA busy_timeout = 2000')
  connection.exec('PRAGMA query_only = ON')
  return wrap(connection, null)
}

const damage = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT'])

function openingCode(cause: unknown, file: string): ErrorCode {
  if (damage.has(sqliteCode(cause) ?? '')) return 'library-damaged'
  return mayWrite(file) ? 'library-unavailable' : 'library-no-rights'
}

/** Whether the rights of the file and its folder allow a library there. */
function mayWrite(file: string): boolean {
  try {
    const existing = [dirname(file), file, `${file}-wal`].filter((path) => existsSync(path))
    for (const path of existing) accessSync(path, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

function userVersion(connection: Connection): number {
  const row = connection.prepare('PRAGMA user_version').get() as { user_version: number }
  return row.user_version
}

function hasTables(connection: Connection): boolean {
  return connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table'").get() !== undefined
}

function migrate(
  connection: Connection,
  file: string,
  version: number,
  migrations: readonly string[],
  now: () => number,
): Result<undefined> {
  if (version === migrations.length) return ok(undefined)
  try {
    if (hasTables(connection)) copyBeside(connection, file, version, now())
    connection.exec('BEGIN IMMEDIATE')
    for (const [index, sql] of migrations.entries()) {
      if (index < version) continue
      connection.exec(sql)
      connection.exec(`PRAGMA user_version = ${index + 1}`)
    }
    connection.exec('COMMIT')
    if (version > 0) log.info('library migrated', { from: version, to: migrations.length })
    return ok(undefined)
  } catch (cause) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    log.error('migration failed', { from: version, cause })
    return fail('library-migration-failed', describe(cause))
  }
}

/** VACUUM INTO sees what is still in the write-ahead log; copying the file would not. */
function copyBeside(connection: Connection, file: string, version: number, at: number): void {
  const folder = join(dirname(file), 'copies')
  mkdirSync(folder, { recursive: true })
  const stamp = new Date(at).toISOString().replaceAll(/[:.]/g, '-')
  const copy = join(folder, `${basename(file, '.db')}-version-${version}-${stamp}.db`)
  if (existsSync(copy)) return
  connection.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`)
  const handle = openSync(copy, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function wrap(connection: Connection, readOnly: ErrorValue | null): Database {
  const transaction = <T>(work: () => T): T => {
    if (connection.inTransaction) return work()
    connection.exec('BEGIN IMMEDIATE')
    try {
      const value = work()
      connection.exec('COMMIT')
      return value
    } catch (cause) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      throw cause
    }
  }
  const reading = <T>(work: () => T): T => {
    if (connection.inTransaction) return work()
    connection.exec('BEGIN')
    try {
      return work()
    } finally {
      if (connection.inTransaction) connection.exec('COMMIT')
    }
  }
  const mergeLog = () => {
    try {
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch (cause) {
      // The log is merged at the next open instead.
      log.warn('write-ahead log not merged', { cause })
    }
  }
  return {
    readOnly,
    statement: <Row>(sql: string): Statement<Row> => {
      // An older schema may lack what a statement is about: then it fails when it is needed.
      let prepared = readOnly === null ? connection.prepare<[Bind]>(sql) : null
      const statement = () => (prepared ??= connection.prepare<[Bind]>(sql))
      return {
        run: (bind) => statement().run(bind).changes,
        get: (bind) => statement().get(bind) as Row | undefined,
        all: (bind) => statement().all(bind) as Row[],
      }
    },
    transaction,
    reading,
    durably: (work) => {
      // SQLite does not change this inside a transaction; the outer one decides then.
      if (connection.inTransaction) return work()
      connection.exec('PRAGMA synchronous = FULL')
      try {
        return transaction(work)
      } finally {
        connection.exec('PRAGMA synchronous = NORMAL')
      }
    },
    mergeLog,
    close: () => {
      if (!connection.open) return
      mergeLog()
      connection.close()
    },
  }
}

/**
 * Runs `work`, with SQLite's own failures as values: `disk-full`, `library-read-only`, else
 * `library-damaged`, else `library-write-failed`.
 * Anything else is a bug and is thrown on.
 */
export function attempt<T>(work: () => T): Result<T> {
  try {
    return ok(work())
  } catch (cause) {
    const code = sqliteCode(cause)
    if (code === null) throw cause
    log.error('library access failed', { cause })
    if (code === 'SQLITE_READONLY') return fail('library-read-only')
    if (damage.has(code)) return fail('library-damaged', describe(cause))
    return fail(code === 'SQLITE_FULL' ? 'disk-full' : 'library-write-failed', describe(cause))
  }
}

function sqliteCode(cause: unknown): string | null {
  if (!(cause instanceof Error) || !('code' in cause)) return null
  return typeof cause.code === 'string' && cause.code.startsWith('SQLITE_') ? cause.code : null
}

function describe(cause: unknown): string {
  const code = sqliteCode(cause)
  const message = cause instanceof Error ? cause.message : String(cause)
  return code === null ? message : `${code}: ${message}`
}
