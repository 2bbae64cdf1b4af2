import { z } from 'zod'
import { id } from './basics'
import { turnIdSchema } from './library'

/** What is transcribed again: from one turn to another, or null for the whole meeting. */
export const retranscriptionPartSchema = z
  .object({ from: turnIdSchema, to: turnIdSchema })
  .nullable()
export type RetranscriptionPart = z.infer<typeof retranscriptionPartSchema>

/** A re-transcription; `asking` if the new text has fewer words than the old one. */
export const retranscriptionStateSchema = z.object({
  meetingId: id,
  step: z.enum(['hearing', 'asking']),
  /** How much is done, 0 to 1. */
  share: z.number().min(0).max(1),
  /** The number of words before and after. */
  before: z.number().int().nonnegative(),
  after: z.number().int().nonnegative(),
})
export type RetranscriptionState = z.infer<typeof retranscriptionStateSchema>
