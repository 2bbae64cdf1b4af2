import { rm } from 'node:fs/promises'
import { setImmediate as immediate } from 'node:timers/promises'
import { fail, ok, type Result } from '../../common/errors'
import { binDays } from '../../common/model'
import { createLog } from '../platform'
import type { Database } from './database'
import { attempt } from './sqlite-errors'
import type { IndexWriter } from './search/index-writer'

const log = createLog('bin')

/** How many rows are removed from the index in one step. */
const rowsPerStep = 20

/** How long a meeting stays in the bin, in ms. */
export const binMs = binDays * 24 * 60 * 60_000

/**
 * Deleted meetings. They are kept whole, with their audio, for 30 days. Errors of all functions:
 * `meeting-recording` for a meeting that is being recorded, `meeting-not-found`.
 */
export interface Bin {
  put(id: string): Result<undefined>
  restore(id: string): Result<undefined>
  /**
   * Deletes a meeting in the bin for good, audio first. `meeting-not-deleted` if a file cannot be
   * removed; the meeting is still in the bin then.
   */
  remove(id: string): Promise<Result<undefined>>
  /** Deletes everything in the bin, or what has been there for 30 days. Returns the deleted ids. */
  empty(which: 'all' | 'old'): Promise<Result<string[]>>
}

export interface BinOptions {
  readonly database: Database
  readonly index: IndexWriter
  /** The folder of a meeting's audio. */
  readonly audioFolder: (id: string) => string
  /** When a person deleted a meeting, as they see it, in ms since 1970. */
  readonly now: () => number
  /** The time by which meetings become old. */
  readonly retentionNow: () => number
}

interface Row {
  state: string
  binned_at: number | null
}

export function createBin({ database, index, audioFolder, now, retentionNow }: BinOptions): Bin {
  const one = database.statement<Row>(
    'SELECT state, binned_at FROM meetings WHERE id = :id AND deleting = 0',
  )
  const number = database.statement<{ number: number }>(
    'SELECT number FROM meetings WHERE id = :id',
  )
  const setBinned = database.statement(
    'UPDATE meetings SET binned_at = :at, binned_since = :since WHERE id = :id',
  )
  const setDeleting = database.statement('UPDATE meetings SET deleting = :deleting WHERE id = :id')
  const forget = database.statement('DELETE FROM meetings WHERE id = :id')
  const until = database.statement<{ id: string }>(`
    SELECT id FROM meetings WHERE binned_at IS NOT NULL AND (binned_since <= :at OR deleting = 1)
    ORDER BY binned_at`)
  const isBinned = ({ binned_at }: Row) => binned_at !== null

  /** Changes one meeting in one durable transaction. */
  function change(id: string, fits: (row: Row) => boolean, work: () => void): Result<undefined> {
    const done = attempt(() =>
      database.durableTransaction((): Result<undefined> => {
        const row = one.get({ id })
        if (!row || !fits(row)) return fail('meeting-not-found')
        if (row.state === 'recording' || row.state === 'finishing') return fail('meeting-recording')
        work()
        return ok(undefined)
      }),
    )
    return done.ok ? done.value : done
  }

  async function removeMarked(id: string): Promise<Result<undefined>> {
    try {
      await rm(audioFolder(id), { recursive: true, force: true, maxRetries: 3 })
    } catch (cause) {
      log.error('audio not deleted', { id, cause })
      const kept = attempt(() => void setDeleting.run({ id, deleting: 0 }))
      if (!kept.ok) return kept
      return fail('meeting-not-deleted', cause instanceof Error ? cause.message : String(cause))
    }
    const removed = await removeFromIndex(id)
    if (!removed.ok) return removed
    return attempt(() => {
      database.durableTransaction(() => forget.run({ id }))
      // The write-ahead log still holds what was overwritten, until it is merged.
      database.mergeLog()
      return undefined
    })
  }

  /** Works in small steps, so that main can do other work in between. */
  async function removeFromIndex(id: string): Promise<Result<undefined>> {
    for (;;) {
      const more = attempt(() => {
        const row = number.get({ id })
        return row ? database.transaction(() => index.removeSome(row.number, rowsPerStep)) : false
      })
      if (!more.ok) return more
      if (!more.value) return ok(undefined)
      await immediate()
    }
  }

  return {
    put: (id) =>
      change(
        id,
        (row) => !isBinned(row),
        () => setBinned.run({ id, at: now(), since: Math.round(retentionNow()) }),
      ),
    restore: (id) => change(id, isBinned, () => setBinned.run({ id, at: null, since: null })),
    remove: async (id) => {
      // The mark comes first: if the app is killed now, the next start completes the deletion.
      const marked = change(id, isBinned, () => setDeleting.run({ id, deleting: 1 }))
      return marked.ok ? removeMarked(id) : marked
    },
    empty: async (which) => {
      const found = attempt(() =>
        until.all({ at: which === 'all' ? Number.MAX_SAFE_INTEGER : retentionNow() - binMs }),
      )
      if (!found.ok) return found
      const deleted: string[] = []
      let problem: Result<never> | null = null
      for (const { id } of found.value) {
        const marked = attempt(() => void setDeleting.run({ id, deleting: 1 }))
        const removed = marked.ok ? await removeMarked(id) : marked
        if (removed.ok) deleted.push(id)
        else problem = removed
      }
      return deleted.length === 0 && problem !== null ? problem : ok(deleted)
    },
  }
}
