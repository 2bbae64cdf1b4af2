import { z } from 'zod'
import { id, ms } from './basics'

/** A meeting, and a time of it where one is named. */
export const placeSchema = z.object({ meetingId: id, atMs: ms.nullable() })
export type Place = z.infer<typeof placeSchema>
