import { z } from 'zod'

export { frameSamples, sampleRate } from './sound'

/** Milliseconds on the time line. */
export const ms = z.number().int().nonnegative()
export const id = z.string().min(1).max(64)

export const zoneSchema = z.enum(['default', 'us', 'eu'])
export type Zone = z.infer<typeof zoneSchema>

export const engineSchema = z.enum(['service', 'on-device'])
export type EngineKind = z.infer<typeof engineSchema>

/** What a recording can hear. */
export const capturedSourceSchema = z.enum(['microphone', 'system'])
export type CapturedSource = z.infer<typeof capturedSourceSchema>

/** Where the sound of a meeting comes from: `file` is one that was brought in. */
export const sourceSchema = z.enum([...capturedSourceSchema.options, 'file'])
export type Source = z.infer<typeof sourceSchema>
