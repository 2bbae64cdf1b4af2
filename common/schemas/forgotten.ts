import { z } from 'zod'
import { forgottenReasons, whenForgotten } from '../model/constants'
import { ms } from './basics'

/** Why Parley asks whether a recording was forgotten. */
export const forgottenReasonSchema = z.enum(forgottenReasons)
export type ForgottenReason = z.infer<typeof forgottenReasonSchema>

/** What happens if nobody answers. */
export const whenForgottenSchema = z.enum(whenForgotten)
export type WhenForgotten = z.infer<typeof whenForgottenSchema>

export const forgottenStateSchema = z.object({
  /** When a person wants to be asked whether the recording stops, in ms since 1970. */
  endAt: z.number().int().nullable(),
  question: z
    .object({
      reason: forgottenReasonSchema,
      /** Until nobody is waited for any more. */
      leftMs: ms,
      then: whenForgottenSchema,
    })
    .nullable(),
})
export type ForgottenState = z.infer<typeof forgottenStateSchema>
