import { z } from 'zod'
import { keyTermsSchema, maxSpeakersSchema } from './settings'

/** What a person says about one meeting, so that its words are heard better. */
export const briefSchema = z.object({
  /** One line: title, people, topic. Models that accept a prompt get it. */
  subject: z
    .string()
    .trim()
    .max(5_000)
    .regex(/^[^\r\n]*$/),
  /** Terms of this meeting alone, besides those of the settings. */
  terms: keyTermsSchema,
  /** null for what the settings say. */
  maxSpeakers: maxSpeakersSchema,
})
export type Brief = z.infer<typeof briefSchema>
