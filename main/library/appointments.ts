import type { Result } from '../../common/errors'
import { appointmentSchema } from '../../common/schemas'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** Whom the appointments of meetings name. */
export interface Appointments {
  /** None for a meeting without an appointment. */
  people(meetingId: string): Result<string[]>
  set(meetingId: string, people: readonly string[]): Result<undefined>
}

const peopleSchema = appointmentSchema.shape.people

export function createAppointments(database: Database): Appointments {
  const get = database.statement<{ people: string }>(
    'SELECT people FROM appointments WHERE meeting_id = :meetingId',
  )
  const set = database.statement(`
    INSERT INTO appointments (meeting_id, people) VALUES (:meetingId, :people)
    ON CONFLICT (meeting_id) DO UPDATE SET people = excluded.people`)
  return {
    people: (meetingId) =>
      attempt(() => {
        const row = get.get({ meetingId })
        return row === undefined ? [] : peopleIn(row.people)
      }),
    set: (meetingId, people) =>
      attempt(() => {
        database.durableTransaction(() => set.run({ meetingId, people: JSON.stringify(people) }))
        return undefined
      }),
  }
}

/** A damaged row counts as none. */
function peopleIn(text: string): string[] {
  try {
    const read = peopleSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : []
  } catch {
    return []
  }
}
