import { z } from 'zod'
import { chatProviders } from '../model/chat'
import { id, ms } from './basics'
import { tokenCountSchema } from './chat'

/** A line of an answer, and the turns that it rests on. */
const answerLineSchema = z.object({
  text: z.string(),
  places: z.array(z.object({ meetingId: id, title: z.string(), atMs: ms })),
})

/** What a model answered from the transcripts. Without lines, it was not said. */
export const answerSchema = z.object({
  lines: z.array(answerLineSchema),
  /** What no turn supports. */
  notFound: z.array(z.string()),
  /** How many turns the model has read; without any it was not asked. */
  turnCount: z.number().int().nonnegative(),
  provider: z.enum(chatProviders),
  model: z.string(),
  tokens: tokenCountSchema.nullable(),
  cents: z.number().nonnegative().nullable(),
})
export type Answer = z.infer<typeof answerSchema>
