import { z } from 'zod'
import type { TokenParameters } from '../token-parameters'

/** Accepts any two numbers: main checks the ranges and answers with an error that names the field. */
export const tokenParametersSchema = z.object({
  expiresInSeconds: z.number(),
  maxSessionDurationSeconds: z.number(),
}) satisfies z.ZodType<TokenParameters>
