import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { wallNow } from '../../../common/clock'
import type { Result } from '../../../common/errors'
import { exportMessages } from '../../../common/text'
import { createLog } from '../../platform'
import { connect } from '../connection'
import { openDatabase, type Database } from '../database'
import { copyPath } from '../migrate'
import { indexTableSql } from '../schema'
import { damageOf, isIndexDamage } from '../upkeep/check-file'
import { recoverRows, type Recovery } from './recover'

const log = createLog('recovery')

export interface OpenOptions {
  readonly file: string
  readonly migrations: readonly string[]
  readonly now: () => number
}

export interface Opened {
  readonly database: Database
  /** What was recovered, or null if the library was intact. */
  readonly recovery: Recovery | null
}

/** Exists if damage was found while the library was open: the next start checks all of it. */
const markPath = (file: string) => `${file}-damaged`

/** Remembers that the library is damaged, for the next start. */
export function markDamaged(file: string): void {
  try {
    writeFileSync(markPath(file), '')
  } catch (cause) {
    log.error('damage not marked', { cause })
  }
}

/**
 * Opens a library. After a crash or known damage it is checked first. If it is damaged, all readable
 * rows are copied into a new database, and the damaged file stays in `copies/`. Errors: those of
 * openDatabase, but `library-damaged` only if the recovery fails.
 */
export function openOrRecover(options: OpenOptions): Result<Opened> {
  const { file } = options
  applyRestore(file)
  const isMarked = existsSync(markPath(file))
  const mustCheck = isMarked || sizeOf(`${file}-wal`) > 0
  // Only a full check compares the indexes with their tables.
  const kind = isMarked ? 'full' : 'quick'
  const opened = openDatabase(file, options.migrations, options.now)
  if (!opened.ok && opened.error.code !== 'library-damaged') return opened
  if (opened.ok) {
    const damage = mustCheck ? damageOf(opened.value, kind) : []
    // A damaged index is rebuilt in place, unless that has failed before.
    if (damage.length === 0 || (!isMarked && damage.every(isIndexDamage))) {
      rmSync(markPath(file), { force: true })
      return { ok: true, value: { database: opened.value, recovery: null } }
    }
    opened.value.close()
  }
  return recover(options)
}

function recover({ file, migrations, now }: OpenOptions): Result<Opened> {
  const target = `${file}-recovered`
  for (const ending of ['', '-wal', '-shm']) rmSync(`${target}${ending}`, { force: true })
  try {
    const empty = openDatabase(target, migrations, now)
    if (!empty.ok) return empty
    empty.value.close()
    const connection = connect(target)
    let recovery: Recovery
    try {
      recovery = recoverRows(file, connection, exportMessages.recovered)
      connection.exec(`DROP TABLE found; ${indexTableSql}`)
      connection.exec("INSERT OR REPLACE INTO upkeep VALUES ('index-next', 2147483647)")
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      connection.close()
    }
    replaceFile(file, target, copyPath(file, 'damaged', now()))
    rmSync(markPath(file), { force: true })
    log.warn('library recovered', { ...recovery })
    const opened = openDatabase(file, migrations, now)
    return opened.ok ? { ok: true, value: { database: opened.value, recovery } } : opened
  } catch (cause) {
    log.error('recovery failed', { cause })
    const opened = openDatabase(file, migrations, now)
    return opened.ok ? { ok: true, value: { database: opened.value, recovery: null } } : opened
  }
}

/** Puts `source` in the place of the library and keeps the old file as `old`. */
function replaceFile(file: string, source: string, old: string): void {
  if (existsSync(file)) renameSync(file, old)
  if (sizeOf(`${file}-wal`) > 0) renameSync(`${file}-wal`, `${old}-wal`)
  else rmSync(`${file}-wal`, { force: true })
  rmSync(`${file}-shm`, { force: true })
  renameSync(source, file)
}

/** A copy that a person chose to restore waits under this name. */
const restorePath = (file: string) => `${file}-restore`

/** Prepares a copy; the next start puts it in the place of the library. */
export function prepareRestore(file: string, copy: string): void {
  const connection = connect(copy)
  try {
    rmSync(restorePath(file), { force: true })
    connection.exec(`VACUUM INTO '${restorePath(file).replaceAll("'", "''")}'`)
  } finally {
    connection.close()
  }
}

function applyRestore(file: string): void {
  if (!existsSync(restorePath(file))) return
  try {
    replaceFile(file, restorePath(file), copyPath(file, 'replaced', wallNow()))
    log.warn('library restored from a copy')
  } catch (cause) {
    log.error('library not restored', { cause })
  }
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0
}
