import { z } from 'zod'
import { id } from '../../../common/schemas/basics'
import { searchQuerySchema, turnPlaceSchema } from '../../../common/schemas'

/** A request of main to the thread of the library. */
export const requestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('find'), query: searchQuerySchema }),
  z.object({ type: z.literal('filters') }),
  /** The turns of a meeting without their words, corrected or as the engine wrote them. */
  z.object({ type: z.literal('texts'), meetingId: id, original: z.boolean() }),
  z.object({ type: z.literal('words'), meetingId: id, after: turnPlaceSchema.nullable() }),
  z.object({ type: z.literal('names'), meetingId: id, people: z.array(z.string()) }),
  z.object({ type: z.literal('check'), kind: z.enum(['quick', 'full']) }),
  z.object({ type: z.literal('copy'), path: z.string() }),
])
export type Request = z.infer<typeof requestSchema>
