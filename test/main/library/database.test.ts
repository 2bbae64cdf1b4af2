import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../main/library/database'
import { attempt } from '../../../main/library/sqlite-errors'
import { unwrap, temporaryFolder } from './folder'

const first = 'CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;'
const second = 'ALTER TABLE notes ADD COLUMN colour TEXT; CREATE INDEX by_colour ON notes (colour);'
const now = () => Date.UTC(2026, 10, 25)

const open = (file: string, migrations: string[]) => openDatabase(file, migrations, now)
const read = (database: Database, sql: string) => database.statement<object>(sql).get({})
const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('openDatabase', () => {
  it('creates the folder and the tables, in WAL mode with foreign keys', () => {
    const file = join(temporaryFolder(), 'deep', 'library.db')
    const database = unwrap(open(file, [first]))
    expect(read(database, 'PRAGMA user_version')).toMatchObject({ user_version: 1 })
    expect(read(database, 'PRAGMA journal_mode')).toMatchObject({ journal_mode: 'wal' })
    expect(read(database, 'PRAGMA foreign_keys')).toMatchObject({ foreign_keys: 1 })
    expect(existsSync(join(file, '..', 'copies'))).toBe(false)
    database.close()
  })

  it('runs only the missing migrations, after a copy that includes the log', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'library.db')
    const old = unwrap(open(file, [first]))
    old.statement("INSERT INTO notes (text) VALUES ('kept')").run({})
    // Not closed: the data is only in the write-ahead log.
    const database = unwrap(open(file, [first, second]))
    expect(read(database, 'SELECT * FROM notes')).toMatchObject({ text: 'kept', colour: null })
    old.close()
    database.close()

    const copies = readdirSync(join(folder, 'copies'))
    expect(copies).toEqual(['library-version-1-2026-11-25T00-00-00-000Z.db'])
    const copy = unwrap(open(join(folder, 'copies', copies[0]!), [first]))
    expect(read(copy, 'SELECT * FROM notes')).toMatchObject({ id: 1, text: 'kept' })
    copy.close()
  })

  it('keeps data and copy if a migration fails half way', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'library.db')
    const old = unwrap(open(file, [first]))
    old.statement("INSERT INTO notes (text) VALUES ('kept')").run({})
    old.close()

    const failed = unwrap(open(file, [first, second, 'DROP TABLE no_such_table;']))
    expect(failed.readOnly).toMatchObject({ code: 'library-migration-failed' })
    expect(readdirSync(join(folder, 'copies'))).toHaveLength(1)
    expect(read(failed, 'SELECT * FROM notes')).toMatchObject({ id: 1, text: 'kept' })
    const add = failed.statement("INSERT INTO notes (text) VALUES ('new')")
    expect(attempt(() => add.run({}))).toMatchObject({ error: { code: 'library-read-only' } })
    const write = () => failed.durableTransaction(() => add.run({}))
    expect(attempt(write)).toMatchObject({ error: { code: 'library-read-only' } })
    failed.close()

    const again = unwrap(open(file, [first]))
    expect(read(again, 'SELECT * FROM notes')).toMatchObject({ id: 1, text: 'kept' })
    again.close()
  })

  it('is not opened if its first tables cannot be created', () => {
    const file = join(temporaryFolder(), 'library.db')
    const failed = open(file, [`${first} DROP TABLE no_such_table;`])
    expect(failed).toMatchObject({ ok: false, error: { code: 'library-migration-failed' } })
  })

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'reports missing permissions, and changes nothing',
    () => {
      const file = join(temporaryFolder(), 'library.db')
      unwrap(open(file, [first])).close()
      const refused = { ok: false, error: { code: 'library-no-rights' } }
      chmodSync(file, 0o000)
      expect(open(file, [first])).toMatchObject(refused)
      chmodSync(file, 0o600)
      unwrap(open(file, [first])).close()
      const folder = temporaryFolder()
      chmodSync(folder, 0o500)
      expect(open(join(folder, 'library.db'), [first])).toMatchObject(refused)
      chmodSync(folder, 0o700)
      expect(readdirSync(folder)).toEqual([])
    },
  )

  it('refuses a newer database and does not change a byte of it', () => {
    const file = join(temporaryFolder(), 'library.db')
    unwrap(open(file, [first, second])).close()
    const before = hash(file)
    expect(open(file, [first])).toMatchObject({ ok: false, error: { code: 'library-newer' } })
    expect(hash(file)).toBe(before)
  })

  it('reports a file that is no database, and does not change it', () => {
    const file = join(temporaryFolder(), 'library.db')
    writeFileSync(file, 'something else entirely, '.repeat(400))
    const before = hash(file)
    expect(open(file, [first])).toMatchObject({ ok: false, error: { code: 'library-damaged' } })
    expect(hash(file)).toBe(before)
  })

  it('reports a damaged part, and does not change it', () => {
    const file = join(temporaryFolder(), 'library.db')
    unwrap(open(file, [first])).close()
    const bytes = readFileSync(file)
    // The page with the list of tables.
    bytes.fill(0x55, 100, 4_096)
    writeFileSync(file, bytes)
    const before = hash(file)
    expect(open(file, [first, second])).toMatchObject({
      ok: false,
      error: { code: 'library-damaged' },
    })
    expect(hash(file)).toBe(before)
  })

  it('reports a folder that cannot be created', () => {
    const blocked = join(temporaryFolder(), 'file')
    writeFileSync(blocked, '')
    expect(open(join(blocked, 'library.db'), [first])).toMatchObject({
      ok: false,
      error: { code: 'library-unavailable' },
    })
  })
})

describe('transactions', () => {
  const notes = () => {
    const database = unwrap(open(join(temporaryFolder(), 'library.db'), [first]))
    const add = database.statement('INSERT INTO notes (id, text) VALUES (:id, :text)')
    const count = () => (read(database, 'SELECT count(*) AS n FROM notes') as { n: number }).n
    return { database, add, count }
  }

  it('undo everything if the work throws, also inside another', () => {
    const { database, add, count } = notes()
    expect(() =>
      database.durableTransaction(() => {
        add.run({ id: 1, text: 'a' })
        database.transaction(() => add.run({ id: 2, text: 'b' }))
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(count()).toBe(0)
    expect(database.durableTransaction(() => add.run({ id: 1, text: 'a' }))).toBe(1)
    expect(count()).toBe(1)
    database.close()
  })

  it('sync finals to the disk, and everything else only to the system', () => {
    const { database } = notes()
    const level = () =>
      (read(database, 'PRAGMA synchronous') as { synchronous: number }).synchronous
    expect(database.durableTransaction(level)).toBe(2)
    expect(level()).toBe(1)
    database.close()
  })
})

describe('attempt', () => {
  it('turns failures of SQLite into values, and passes bugs on', () => {
    const database = unwrap(open(join(temporaryFolder(), 'library.db'), [first]))
    const add = database.statement('INSERT INTO notes (id, text) VALUES (:id, :text)')
    expect(attempt(() => add.run({ id: 1, text: null }))).toMatchObject({
      ok: false,
      error: { code: 'library-write-failed' },
    })
    database.statement('PRAGMA max_page_count = 3').get({})
    expect(attempt(() => add.run({ id: 1, text: 'x'.repeat(20_000) }))).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    })
    expect(() =>
      attempt(() => {
        throw new TypeError('bug')
      }),
    ).toThrow('bug')
    database.close()
  })

  it('reads many rows as they are, in order, also with bytes that are no UTF-8', () => {
    const database = unwrap(open(join(temporaryFolder(), 'library.db'), [first]))
    const texts = ['a "b"\\', 'line\nbreak\u0001', '会议\u2028', '\u{1f600}', '']
    const add = database.statement('INSERT INTO notes (text) VALUES (:text)')
    for (const text of texts) add.run({ text })
    database.execute("INSERT INTO notes (text) VALUES (CAST(x'41ff42' AS TEXT))")
    const query = database.manyRows<{ id: number; text: string; none: null }>(
      'SELECT id, text, NULL AS none FROM notes WHERE id > :after ORDER BY id DESC',
    )
    expect(query.all({ after: 1 })).toEqual(
      [...texts, 'A\ufffdB']
        .map((text, index) => ({ id: index + 1, text, none: null }))
        .slice(1)
        .reverse(),
    )
    expect(query.all({ after: 99 })).toEqual([])
    database.close()
  })
})
