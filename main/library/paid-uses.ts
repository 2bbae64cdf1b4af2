import { z } from 'zod'
import type { Result } from '../../common/errors'
import type { PaidUse } from '../../common/model'
import { paidExtraSchema } from '../../common/schemas'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** A session or a job of the service, with what it costs. */
export interface StoredUse extends PaidUse {
  /** The id of the session, or the mark of the job. */
  readonly id: string
  readonly meetingId: string
  /** Milliseconds since 1970. */
  readonly beganAt: number
  /** Whether the service said the seconds; else they were counted here. */
  readonly measured: boolean
}

/** What was paid for at the service. It outlives its meetings. */
export interface PaidUses {
  /** Adds a use or replaces what was known of it. The service's figure is never replaced by another. */
  set(use: StoredUse): Result<undefined>
  ofMeeting(meetingId: string): Result<PaidUse[]>
  /** What began at or after this moment, in ms since 1970. */
  since(at: number): Result<PaidUse[]>
}

interface UseRow {
  model: string
  extras: string
  seconds: number
}

const extrasSchema = z.array(paidExtraSchema)

export function createPaidUses(database: Database): PaidUses {
  const set = database.statement(`
    INSERT INTO paid_uses (id, meeting_id, model, extras, began_at, seconds, measured)
    VALUES (:id, :meetingId, :model, :extras, :beganAt, :seconds, :measured)
    ON CONFLICT (id) DO UPDATE SET
      seconds = excluded.seconds, measured = excluded.measured, extras = excluded.extras
    WHERE paid_uses.measured = 0 OR excluded.measured = 1`)
  const ofMeeting = database.statement<UseRow>(
    'SELECT model, extras, seconds FROM paid_uses WHERE meeting_id = :meetingId ORDER BY began_at',
  )
  const since = database.statement<UseRow>(
    'SELECT model, extras, seconds FROM paid_uses WHERE began_at >= :at ORDER BY began_at',
  )
  return {
    set: ({ extras, measured, ...use }) =>
      attempt(
        () => void set.run({ ...use, extras: JSON.stringify(extras), measured: measured ? 1 : 0 }),
      ),
    ofMeeting: (meetingId) => attempt(() => ofMeeting.all({ meetingId }).map(useOf)),
    since: (at) => attempt(() => since.all({ at }).map(useOf)),
  }
}

function useOf({ model, extras, seconds }: UseRow): PaidUse {
  return { model, seconds, extras: readExtras(extras) }
}

/** A damaged list costs its extras, and not the use. */
function readExtras(json: string): PaidUse['extras'] {
  try {
    const read = extrasSchema.safeParse(JSON.parse(json))
    return read.success ? read.data : []
  } catch {
    return []
  }
}
