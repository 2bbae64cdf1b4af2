import { z } from 'zod'
import { id } from './basics'
import { errorValueSchema } from './errors'
import { tagSchema, titleSchema } from './library'

const suggestedSchema = <T extends z.ZodType>(text: T) =>
  z.object({
    text,
    /** Whether one of its words was said in the meeting. */
    isSaid: z.boolean(),
  })
export interface Suggested {
  readonly text: string
  readonly isSaid: boolean
}

/** A title and tags that a model suggests; nothing changes before a person accepts them. */
export const suggestionSchema = z.object({
  title: suggestedSchema(titleSchema).nullable(),
  tags: z.array(suggestedSchema(tagSchema)).max(5),
})
export type Suggestion = z.infer<typeof suggestionSchema>

export const suggestionStateSchema = z.object({
  meetingId: id,
  suggestion: suggestionSchema.nullable(),
  isAsking: z.boolean(),
  /** Why the last attempt of this run of the app failed. */
  error: errorValueSchema.nullable(),
})
export type SuggestionState = z.infer<typeof suggestionStateSchema>
