import { z } from 'zod'
import { id } from './basics'
import { turnIdSchema } from './library'

/** What is to be written down again: from one turn to another, or null for the whole meeting. */
export const againPartSchema = z.object({ from: turnIdSchema, to: turnIdSchema }).nullable()
export type AgainPart = z.infer<typeof againPartSchema>

/** A meeting that is being written down again; `asking` once there are fewer words than before. */
export const againSchema = z.object({
  meetingId: id,
  step: z.enum(['hearing', 'asking']),
  /** How much was heard, 0 to 1. */
  share: z.number().min(0).max(1),
  /** How many words there were, and how many there are now. */
  before: z.number().int().nonnegative(),
  after: z.number().int().nonnegative(),
})
export type Again = z.infer<typeof againSchema>
