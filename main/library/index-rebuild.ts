import { setImmediate as immediate } from 'node:timers/promises'
import type { Result } from '../../common/errors'
import { createLog } from '../platform'
import type { CorrectionStore } from './corrections/store'
import type { Database } from './database'
import { attempt, isDamage } from './sqlite-errors'
import { lastMeetingNumber } from './row-ids'
import { indexTableSql } from './schema'
import type { IndexWriter } from './search/index-writer'
import type { TurnIndex } from './turn-index'

const log = createLog('index')

/** Rebuilds the full-text index when it is damaged or missing; it can continue after a restart. */
export interface IndexRebuild {
  /** The index is damaged: it is replaced by an empty one that `run` fills. */
  begin(): Result<undefined>
  /** Indexes the meetings that are left, in small steps. Does nothing if none is left. */
  run(): Promise<Result<undefined>>
  readonly isNeeded: boolean
}

export interface IndexRebuildOptions {
  readonly database: Database
  readonly store: CorrectionStore
  readonly turnIndex: TurnIndex
  readonly index: IndexWriter
}

/** The row of `upkeep` with the highest meeting number that must still be indexed. */
const key = 'index-next'

export function createIndexRebuild(options: IndexRebuildOptions): IndexRebuild {
  const { database, store, turnIndex, index } = options
  const next = database.statement<{ value: number }>('SELECT value FROM upkeep WHERE key = :key')
  const setNext = database.statement(
    'INSERT OR REPLACE INTO upkeep (key, value) VALUES (:key, :value)',
  )
  const clear = database.statement('DELETE FROM upkeep WHERE key = :key')
  const meeting = database.statement<{ number: number; id: string; title: string; state: string }>(`
    SELECT number, id, title, state FROM meetings WHERE number <= :next
    ORDER BY number DESC LIMIT 1`)
  const notes = database.statement<{ text: string }>(
    'SELECT text FROM note_lines WHERE meeting_id = :id ORDER BY line',
  )

  /** Indexes the next meeting; returns false if there is none. */
  function step(): boolean {
    const from = next.get({ key })
    if (from === undefined) return false
    const found = meeting.get({ next: from.value })
    if (found === undefined) {
      clear.run({ key })
      return false
    }
    const isOver = found.state === 'done' || found.state === 'interrupted'
    index.remove(found.number)
    turnIndex.indexAll(found.id, isOver)
    index.texts(found.number, 'title', [found.title])
    index.texts(
      found.number,
      'note',
      notes.all({ id: found.id }).map(({ text }) => text),
    )
    index.texts(found.number, 'speaker', store.names(found.id))
    setNext.run({ key, value: found.number - 1 })
    return true
  }

  return {
    get isNeeded() {
      const found = attempt(() => next.get({ key }))
      return found.ok && found.value !== undefined
    },
    begin: () =>
      attempt(() => {
        database.durableTransaction(() => {
          dropIndex(database)
          database.execute(indexTableSql)
          setNext.run({ key, value: lastMeetingNumber })
        })
        log.warn('index replaced')
        return undefined
      }),
    run: async () => {
      for (;;) {
        const more = attempt(() => database.transaction(step))
        if (!more.ok) return more
        if (!more.value) return { ok: true, value: undefined }
        await immediate()
      }
    },
  }
}

/** Removes the index; a damaged one cannot be dropped, so its tables are removed one by one. */
function dropIndex(database: Database): void {
  try {
    database.execute('DROP TABLE IF EXISTS found')
  } catch (cause) {
    if (!isDamage(cause)) throw cause
    database.execute(`
      PRAGMA writable_schema = ON;
      DELETE FROM sqlite_schema WHERE name = 'found' AND type = 'table';
      PRAGMA writable_schema = RESET;`)
  }
  // What a damaged index left behind. https://www.sqlite.org/fts5.html#fts5_data_structures
  for (const name of ['data', 'idx', 'content', 'docsize', 'config']) {
    database.execute(`DROP TABLE IF EXISTS found_${name}`)
  }
}
