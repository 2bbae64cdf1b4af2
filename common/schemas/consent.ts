import { z } from 'zod'
import { consentWays } from '../model/constants'

/** That the people in a meeting agreed to the recording: when it was noted, in ms since 1970, and how. */
export const consentSchema = z.object({
  notedAt: z.number().int(),
  how: z.enum(consentWays),
})
export type Consent = z.infer<typeof consentSchema>

/** What the window asks about the running recording; null while there is nothing to ask. */
export const consentQuestionSchema = z.object({ meetingId: z.string() })
export type ConsentQuestion = z.infer<typeof consentQuestionSchema>
