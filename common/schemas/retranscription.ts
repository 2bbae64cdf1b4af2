import { z } from 'zod'
import { id, ms } from './basics'
import { turnIdSchema } from './library'

/** What is transcribed again: from one turn to another, or null for the whole meeting. */
export const retranscriptionPartSchema = z
  .object({ from: turnIdSchema, to: turnIdSchema })
  .nullable()
export type RetranscriptionPart = z.infer<typeof retranscriptionPartSchema>

/** A re-transcription; `comparing` while a person decides about the new text. */
export const retranscriptionStateSchema = z.object({
  meetingId: id,
  step: z.enum(['hearing', 'comparing']),
  /** How much is done, 0 to 1. */
  share: z.number().min(0).max(1),
  /** The number of words before and after all differences are accepted. */
  before: z.number().int().nonnegative(),
  after: z.number().int().nonnegative(),
  /** How many turns differ and were not decided yet. */
  open: z.number().int().nonnegative(),
})
export type RetranscriptionState = z.infer<typeof retranscriptionStateSchema>

const textPart = z.object({ text: z.string(), isOnlyHere: z.boolean() })

/** A turn whose text of today and new text differ. */
export const textDifferenceSchema = z.object({
  key: z.string(),
  startMs: ms,
  speaker: z.string(),
  /** The speaker that only the new text has; null if that stays. */
  newSpeaker: z.string().nullable(),
  before: z.array(textPart),
  after: z.array(textPart),
  /** Whether a person wrote the text of today, or removed it. */
  isCorrected: z.boolean(),
})
export type TextDifference = z.infer<typeof textDifferenceSchema>
