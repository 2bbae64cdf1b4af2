import { z } from 'zod'
import type { TokenCount } from '../../common/model'

const usageSchema = z
  .object({
    prompt_tokens: z.number().int().nonnegative(),
    completion_tokens: z.number().int().nonnegative(),
  })
  .transform((usage): TokenCount => ({
    input: usage.prompt_tokens,
    output: usage.completion_tokens,
  }))
  .nullish()
  .catch(null)

/** One event of a stream. Unknown fields are ignored. */
export const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .optional(),
  usage: usageSchema,
  error: z.unknown().optional(),
})

/** The answer of a server that does not stream. */
export const wholeAnswerSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: usageSchema,
})

export const modelListSchema = z.object({ data: z.array(z.object({ id: z.string().max(200) })) })
