import { z } from 'zod'
import { errorCodeSchema } from '../../preload/errors'
import { onDeviceModelSchema } from '../../preload/model'

/** From main to the engine's process. */
export const toEngineSchema = z.discriminatedUnion('type', [
  /** Load this model; the first one also starts the server. A later one serves new sessions. */
  z.object({ type: z.literal('load'), modelsDir: z.string(), model: onDeviceModelSchema }),
  z.object({
    type: z.literal('token'),
    token: z.string().min(32),
    /** Milliseconds since 1970. */
    expiresAt: z.number(),
    maxSessionSeconds: z.number().positive(),
  }),
  /** Write down this sound (little-endian s16 at 16 kHz) beside whatever is live. */
  z.object({
    type: z.literal('transcribe'),
    id: z.number().int(),
    pcm: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    filterProfanity: z.boolean(),
  }),
  z.object({ type: z.literal('cancel'), id: z.number().int() }),
])
export type ToEngine = z.infer<typeof toEngineSchema>

/** From the engine's process to main. */
export const fromEngineSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    port: z.number().int(),
    model: onDeviceModelSchema,
    /** True where the engine went over to this model by itself, since the other was too slow. */
    fellBack: z.boolean(),
  }),
  z.object({ type: z.literal('failed'), code: errorCodeSchema, detail: z.string() }),
  z.object({ type: z.literal('load'), load: z.number() }),
  z.object({ type: z.literal('fault'), detail: z.string() }),
  /** The words of a `transcribe`; times in ms from the start of its sound. */
  z.object({
    type: z.literal('transcribed'),
    id: z.number().int(),
    words: z.array(z.object({ text: z.string(), startMs: z.number(), endMs: z.number() })),
  }),
  z.object({ type: z.literal('not-transcribed'), id: z.number().int(), detail: z.string() }),
])
export type FromEngine = z.infer<typeof fromEngineSchema>
