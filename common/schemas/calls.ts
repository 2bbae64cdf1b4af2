import { z } from 'zod'

/** A program that has calls; `key` stays the same from one start of it to the next. */
export const callProgramSchema = z.object({
  key: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
})

/** The question whether to record a call that began, or to stop since it ended. */
export const callOfferSchema = z.object({
  kind: z.enum(['record', 'stop']),
  program: callProgramSchema,
})
export type CallOffer = z.infer<typeof callOfferSchema>

/** `never`: this program's calls are not asked about any more. */
export const callAnswerSchema = z.enum(['yes', 'no', 'never'])
export type CallAnswer = z.infer<typeof callAnswerSchema>

export const callsStateSchema = z.object({
  /** Whether this system tells who holds the microphone. */
  isPossible: z.boolean(),
  offer: callOfferSchema.nullable(),
})
export type CallsState = z.infer<typeof callsStateSchema>
