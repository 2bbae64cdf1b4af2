import { rm } from 'node:fs/promises'
import { setImmediate as immediate } from 'node:timers/promises'
import { fail, ok, type Result } from '../../preload/errors'
import { binDays } from '../../preload/model'
import { createLog } from '../log'
import { attempt, type Database } from './database'
import type { IndexWriter } from './search/index-writer'

const log = createLog('bin')

/** How many places leave the index in one step. */
const atOnce = 20

/** How long a meeting stays in the bin, in ms. */
export const binMs = binDays * 24 * 60 * 60_000

/**
 * Meetings that were thrown away: whole, with their sound, for 30 days. Nothing here touches a
 * meeting that is being recorded (`meeting-recording`); `meeting-not-found` where there is none.
 */
export interface Bin {
  put(id: string): Result<undefined>
  restore(id: string): Result<undefined>
  /**
   * Deletes a meeting of the bin for good, sound first. `meeting-not-deleted` where a file cannot be
   * removed: then it is still in the bin.
   */
  remove(id: string): Promise<Result<undefined>>
  /** Deletes all that is in the bin, or what has been there for 30 days; gives what is gone. */
  empty(which: 'all' | 'old'): Promise<Result<string[]>>
}

export interface BinOptions {
  readonly database: Database
  readonly index: IndexWriter
  /** The folder of a meeting's sound. */
  readonly audioFolder: (id: string) => string
  readonly now: () => number
}

interface Row {
  state: string
  binned_at: number | null
}

export function createBin({ database, index, audioFolder, now }: BinOptions): Bin {
  const one = database.statement<Row>(
    'SELECT state, binned_at FROM meetings WHERE id = :id AND deleting = 0',
  )
  const number = database.statement<{ number: number }>(
    'SELECT number FROM meetings WHERE id = :id',
  )
  const setBinned = database.statement('UPDATE meetings SET binned_at = :at WHERE id = :id')
  const setDeleting = database.statement('UPDATE meetings SET deleting = :deleting WHERE id = :id')
  const forget = database.statement('DELETE FROM meetings WHERE id = :id')
  const until = database.statement<{ id: string }>(`
    SELECT id FROM meetings WHERE binned_at IS NOT NULL AND (binned_at <= :at OR deleting = 1)
    ORDER BY binned_at`)
  const isBinned = ({ binned_at }: Row) => binned_at !== null

  /** All or nothing and on the disk itself. */
  function change(id: string, fits: (row: Row) => boolean, work: () => void): Result<undefined> {
    const done = attempt(() =>
      database.durably((): Result<undefined> => {
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
      log.error('sound not deleted', { id, cause })
      const kept = attempt(() => void setDeleting.run({ id, deleting: 0 }))
      if (!kept.ok) return kept
      return fail('meeting-not-deleted', cause instanceof Error ? cause.message : String(cause))
    }
    const unfound = await removeFromIndex(id)
    if (!unfound.ok) return unfound
    return attempt(() => {
      database.durably(() => forget.run({ id }))
      // What was overwritten is still in the log until it is merged.
      database.mergeLog()
      return undefined
    })
  }

  /** In steps, with time between for what else there is to do. */
  async function removeFromIndex(id: string): Promise<Result<undefined>> {
    for (;;) {
      const more = attempt(() => {
        const row = number.get({ id })
        return row ? database.transaction(() => index.removeSome(row.number, atOnce)) : false
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
        () => setBinned.run({ id, at: now() }),
      ),
    restore: (id) => change(id, isBinned, () => setBinned.run({ id, at: null })),
    remove: async (id) => {
      // Marked first: a kill in between leaves a meeting whose deletion the next start ends.
      const marked = change(id, isBinned, () => setDeleting.run({ id, deleting: 1 }))
      return marked.ok ? removeMarked(id) : marked
    },
    empty: async (which) => {
      const found = attempt(() => until.all({ at: which === 'all' ? now() : now() - binMs }))
      if (!found.ok) return found
      const gone: string[] = []
      let problem: Result<never> | null = null
      for (const { id } of found.value) {
        const marked = attempt(() => void setDeleting.run({ id, deleting: 1 }))
        const removed = marked.ok ? await removeMarked(id) : marked
        if (removed.ok) gone.push(id)
        else problem = removed
      }
      return gone.length === 0 && problem !== null ? problem : ok(gone)
    },
  }
}
