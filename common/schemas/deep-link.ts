import { z } from 'zod'
import { id, ms } from './basics'

/** A meeting, and optionally a time in it. */
export const placeSchema = z.object({ meetingId: id, atMs: ms.nullable() })
export type Place = z.infer<typeof placeSchema>
