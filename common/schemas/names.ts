import { z } from 'zod'
import { ms } from './basics'
import { turnIdSchema } from './library'

/** A name that a speaker without one gives as their own. */
export const nameSuggestionSchema = z.object({
  /** The turn in which they say it. */
  turn: turnIdSchema,
  /** The label of the speaker, such as `A`. */
  label: z.string(),
  name: z.string(),
  atMs: ms,
})
export type NameSuggestion = z.infer<typeof nameSuggestionSchema>
