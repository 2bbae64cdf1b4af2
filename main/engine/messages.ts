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
])
export type FromEngine = z.infer<typeof fromEngineSchema>
