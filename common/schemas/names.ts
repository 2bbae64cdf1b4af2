import { z } from 'zod'
import { ms } from './basics'
import { turnIdSchema } from './library'

/** A name for a speaker without one. */
export const nameSuggestionSchema = z.object({
  /** The turn in which they say it, or their first one. */
  turn: turnIdSchema,
  /** The label of the speaker, such as `A`. */
  label: z.string(),
  name: z.string(),
  /** Whether they say it themselves, or their voice is like one that was kept. */
  by: z.enum(['words', 'voice']),
  atMs: ms,
})
export type NameSuggestion = z.infer<typeof nameSuggestionSchema>
