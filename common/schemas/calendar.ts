import { z } from 'zod'
import { errorValueSchema } from './errors'

/** An appointment with a time of day. Times in ms since 1970. */
export const appointmentSchema = z.object({
  title: z.string().min(1).max(200),
  startsAt: z.number().int(),
  endsAt: z.number().int(),
  /** It takes no time of its people: a note, or somebody else's absence. */
  isFree: z.boolean(),
  people: z.array(z.string().min(1).max(40)).max(50),
})
export type Appointment = z.infer<typeof appointmentSchema>

/** What the window shows of the calendar. */
export const calendarStateSchema = z.object({
  isReading: z.boolean(),
  /** When it was last read, in ms since 1970. */
  readAt: z.number().int().nullable(),
  /** The appointments that go on now or come next, a few. */
  next: z.array(appointmentSchema.pick({ title: true, startsAt: true, endsAt: true })),
  /** Why the last reading failed; what was read before is still used. */
  error: errorValueSchema.nullable(),
})
export type CalendarState = z.infer<typeof calendarStateSchema>
