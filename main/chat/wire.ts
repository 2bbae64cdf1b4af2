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

const textPartSchema = z.object({ type: z.literal('text'), text: z.string() })

/**
 * A text, or a list of parts as Mistral sends it
 * (https://docs.mistral.ai/capabilities/reasoning/), where a part can be a thought.
 */
const contentSchema = z.union([
  z.string(),
  z
    .array(z.unknown())
    .transform((parts) =>
      parts.map((part) => textPartSchema.safeParse(part).data?.text ?? '').join(''),
    ),
])

/** One event of a stream. Unknown fields are ignored. */
export const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: contentSchema.nullish() }).nullish(),
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
        message: z.object({ content: contentSchema.nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: usageSchema,
})

/** What some servers answer with 200 in place of an error. */
export const errorAnswerSchema = z.object({ error: z.unknown() })

export const modelListSchema = z.object({ data: z.array(z.object({ id: z.string().max(200) })) })
