import type { Result } from '../../common/errors'
import type { EngineUse } from '../../common/model'
import { engineUseSchema } from '../../common/schemas'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** What the engine on this computer used in meetings, and what it cost. */
export interface EngineUses {
  /** null for a meeting of the service, and for an older one. */
  get(meetingId: string): Result<EngineUse | null>
  set(meetingId: string, use: EngineUse): Result<undefined>
}

interface UseRow {
  model: string
  why: string
  load_percent: number | null
  delay_ms: number | null
}

export function createEngineUses(database: Database): EngineUses {
  const get = database.statement<UseRow>('SELECT * FROM engine_uses WHERE meeting_id = :meetingId')
  const set = database.statement(`
    INSERT INTO engine_uses (meeting_id, model, why, load_percent, delay_ms)
    VALUES (:meetingId, :model, :why, :loadPercent, :delayMs)
    ON CONFLICT (meeting_id) DO UPDATE SET model = excluded.model, why = excluded.why,
      load_percent = excluded.load_percent, delay_ms = excluded.delay_ms`)
  return {
    get: (meetingId) =>
      attempt(() => {
        const row = get.get({ meetingId })
        if (row === undefined) return null
        const { model, why, load_percent: loadPercent, delay_ms: delayMs } = row
        // A damaged row counts as none.
        return engineUseSchema.safeParse({ model, why, loadPercent, delayMs }).data ?? null
      }),
    set: (meetingId, use) =>
      attempt(() => {
        database.durableTransaction(() => set.run({ meetingId, ...use }))
        return undefined
      }),
  }
}
