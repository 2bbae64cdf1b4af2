import { z } from 'zod'
import { errorCodeSchema } from '../../../common/schemas'
import { speakerModelsSchema } from './speaker-models'

/** Little-endian s16 at 16 kHz, mono. */
const pcm = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const id = z.number().int()
const vector = z.array(z.number())

/** From main to the process that tells voices apart. */
export const toVoicesSchema = z.discriminatedUnion('type', [
  /** Tell the people in this sound apart. `people`: how many there are, or null. */
  z.object({
    type: z.literal('tell-apart'),
    id,
    pcm,
    people: z.number().int().min(1).max(100).nullable(),
    models: speakerModelsSchema,
  }),
  /** Describe the voice in each of these pieces. */
  z.object({
    type: z.literal('describe'),
    id,
    pieces: z.array(pcm).max(100),
    models: speakerModelsSchema,
  }),
])
export type ToVoices = z.infer<typeof toVoicesSchema>

/** From that process to main; each message answers the one with its id. */
export const fromVoicesSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('told-apart'),
    id,
    speech: z.array(z.object({ speaker: id, startMs: z.number(), endMs: z.number() })),
    voices: z.array(z.object({ speaker: id, speechMs: z.number(), vector })),
  }),
  /** A vector of length 1 for each piece, or null for one that is too short or silent. */
  z.object({ type: z.literal('described'), id, vectors: z.array(vector.nullable()) }),
  z.object({ type: z.literal('failed'), id, code: errorCodeSchema, detail: z.string() }),
])
export type FromVoices = z.infer<typeof fromVoicesSchema>
