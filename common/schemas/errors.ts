import { z } from 'zod'
import type { ErrorCode, ErrorValue } from '../errors'
import { errorSentences } from '../text'

export const errorCodeSchema = z.enum(Object.keys(errorSentences) as [ErrorCode, ...ErrorCode[]])

export const errorValueSchema = z.object({
  code: errorCodeSchema,
  sentence: z.string(),
  detail: z.string().optional(),
}) satisfies z.ZodType<ErrorValue>
