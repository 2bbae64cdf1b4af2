import { z } from 'zod'
import { paidExtras } from '../model/constants'

/** What costs more than the model alone. */
export const paidExtraSchema = z.enum(paidExtras)
export type PaidExtra = z.infer<typeof paidExtraSchema>

/** What one model was used for, in seconds as the service bills them. */
export const modelUsageSchema = z.object({
  model: z.string(),
  seconds: z.number().int().nonnegative(),
  /** An estimate in US cents; null if the price of the model is not known. */
  cents: z.number().nonnegative().nullable(),
})
export type ModelUsage = z.infer<typeof modelUsageSchema>

/** What a month has cost until now. */
export const monthUsageSchema = z.object({
  /** The first moment of the month, in ms since 1970. */
  from: z.number().int(),
  models: z.array(modelUsageSchema),
  /** The estimates together, in US cents, without what has no known price. */
  cents: z.number().nonnegative(),
  /** Whether the limit of the settings is reached. */
  isOverLimit: z.boolean(),
})
export type MonthUsage = z.infer<typeof monthUsageSchema>
