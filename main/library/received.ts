import type { Result } from '../../common/errors'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/**
 * When Parley received the audio of each meeting: the end of its recording or import. Times are of
 * the retention clock, and the age of audio counts from them, never from when a meeting began: an
 * imported file may be years old, and the clock of the computer may have been wrong.
 */
export interface Received {
  /** In ms, by meeting; a meeting that is not over has none. */
  times(): Result<ReadonlyMap<string, number>>
  /** Notes the time of a meeting that is over now. Call it inside the transaction that ends it. */
  note(id: string): void
  /** Notes the time of all meetings that are over and have none, such as recovered rows. */
  noteAll(): Result<undefined>
}

export function createReceived(database: Database, retentionNow: () => number): Received {
  const over = "received_at IS NULL AND state IN ('done', 'interrupted')"
  const one = database.statement(
    `UPDATE meetings SET received_at = :now WHERE id = :id AND ${over}`,
  )
  const all = database.statement(`UPDATE meetings SET received_at = :now WHERE ${over}`)
  const times = database.statement<{ id: string; received_at: number }>(
    'SELECT id, received_at FROM meetings WHERE received_at IS NOT NULL',
  )
  const now = () => Math.round(retentionNow())
  return {
    times: () =>
      attempt(() => new Map(times.all({}).map(({ id, received_at: at }) => [id, at] as const))),
    note: (id) => void one.run({ id, now: now() }),
    noteAll: () => attempt(() => void all.run({ now: now() })),
  }
}
