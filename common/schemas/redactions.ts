import { z } from 'zod'
import { redactionKinds } from '../model/constants'
import { ms, sourceSchema } from './basics'
import { turnIdSchema } from './library'

const redactionKindSchema = z.enum(redactionKinds)
export type RedactionKind = z.infer<typeof redactionKindSchema>

/** Something that a meeting hides in exports and from language models. */
export const newRedactionSchema = z.object({
  kind: redactionKindSchema,
  /** Where it was said; null hides the text wherever it occurs, such as a name. */
  place: z.object({ source: sourceSchema, startMs: ms, endMs: ms }).nullable(),
  /** What it hides, as it was written when it was hidden. */
  text: z.string().min(1).max(2_000),
})
export type NewRedaction = z.infer<typeof newRedactionSchema>

export const redactionSchema = newRedactionSchema.extend({ id: z.number().int() })
export type Redaction = z.infer<typeof redactionSchema>

/** What a meeting hides now, and what the rules find besides, or null if that was not asked for. */
export const redactionStateSchema = z.object({
  redactions: z.array(redactionSchema),
  found: z.array(newRedactionSchema).nullable(),
  /** The hidden ranges of each text, [start, end) in UTF-16 units. */
  hidden: z.array(
    z.object({
      turn: turnIdSchema,
      ranges: z.array(z.tuple([z.number().int(), z.number().int()])),
    }),
  ),
})
export type RedactionState = z.infer<typeof redactionStateSchema>
