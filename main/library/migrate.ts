import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../common/errors'
import { createLog } from '../platform'
import type { Connection } from './connection'
import { describe } from './sqlite-errors'

const log = createLog('database')

/** How many migrations a database has had. */
export function userVersion(connection: Connection): number {
  const row = connection.prepare('PRAGMA user_version').get() as { user_version: number }
  return row.user_version
}

export function hasTables(connection: Connection): boolean {
  return connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table'").get() !== undefined
}

export interface Migration {
  readonly connection: Connection
  readonly file: string
  readonly migrations: readonly string[]
  readonly now: () => number
}

/**
 * Brings a database up to date in one transaction. One with content is copied before; if the
 * migration fails it is as it was, and the error is `library-migration-failed`.
 */
export function migrate(
  { connection, file, migrations, now }: Migration,
  version: number,
): Result<undefined> {
  if (version === migrations.length) return ok(undefined)
  try {
    if (hasTables(connection)) copyDatabase(connection, copyPath(file, `version-${version}`, now()))
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

/** The path of a copy in `copies/`; `what` says which one it is, `at` is the time in ms since 1970. */
export function copyPath(file: string, what: string, at: number): string {
  const folder = join(dirname(file), 'copies')
  mkdirSync(folder, { recursive: true })
  const stamp = new Date(at).toISOString().replaceAll(/[:.]/g, '-')
  return join(folder, `${basename(file, '.db')}-${what}-${stamp}.db`)
}

/** Uses VACUUM INTO, which includes the write-ahead log; a copy of the file would not. */
export function copyDatabase(connection: Connection, copy: string): void {
  if (existsSync(copy)) return
  connection.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`)
  const handle = openSync(copy, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
