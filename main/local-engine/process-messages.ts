import { z } from 'zod'
import { engineModelSchema } from './families/family'
import { errorCodeSchema, keyTermsSchema, onDeviceModelSchema } from '../../common/schemas'

/** From main to the engine's process. */
export const toEngineSchema = z.discriminatedUnion('type', [
  /**
   * Load this model; the first load also starts the server, on this port or, if somebody else has
   * it, on another one. A later model serves new sessions.
   */
  z.object({
    type: z.literal('load'),
    modelsDir: z.string(),
    model: onDeviceModelSchema,
    /** The downloaded or own model that is loaded in its place, or null. */
    installed: engineModelSchema.nullable(),
    /** The two-letter code of the language that is spoken, or null: the model finds it. */
    language: z.string().nullable(),
    /** Whether sessions will have names and terms to listen for. */
    hasTerms: z.boolean(),
    port: z.number().int().nonnegative(),
  }),
  z.object({
    type: z.literal('token'),
    token: z.string().min(32),
    /** How long the token opens a session, in ms from the receipt of this message. */
    lifeMs: z.number().positive(),
    maxSessionSeconds: z.number().positive(),
    /** Names and terms to listen for in this session. */
    terms: keyTermsSchema,
  }),
  /** Transcribe this audio (little-endian s16 at 16 kHz) in parallel with live sessions. */
  z.object({
    type: z.literal('transcribe'),
    id: z.number().int(),
    pcm: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    filterProfanity: z.boolean(),
    terms: keyTermsSchema,
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
    /** The name of the installed model that runs in its place, or null. */
    installed: z.string().nullable(),
    /** True if the engine switched to this model because the other one was too slow. */
    fellBack: z.boolean(),
  }),
  z.object({ type: z.literal('failed'), code: errorCodeSchema, detail: z.string() }),
  /**
   * While sessions are sent sound: the share of one core that decoding needed so far, and the median
   * time from the end of words to their final text.
   */
  z.object({ type: z.literal('load'), load: z.number(), delayMs: z.number().int().nullable() }),
  z.object({ type: z.literal('fault'), detail: z.string() }),
  /** The words of a `transcribe`; times are ms from the start of its audio. */
  z.object({
    type: z.literal('transcribed'),
    id: z.number().int(),
    timing: z.enum(['measured', 'estimated']),
    language: z.string().nullable(),
    words: z.array(
      z.object({
        text: z.string(),
        startMs: z.number(),
        endMs: z.number(),
        confidence: z.number().min(0).max(1).nullable(),
      }),
    ),
  }),
  z.object({ type: z.literal('not-transcribed'), id: z.number().int(), detail: z.string() }),
])
export type FromEngine = z.infer<typeof fromEngineSchema>
