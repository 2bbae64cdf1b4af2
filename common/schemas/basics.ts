import { z } from 'zod'
import { capturedSources, engineKinds, sources, zones } from '../model/constants'

/** Whole ms on the time line. */
export const ms = z.number().int().nonnegative()
export const id = z.string().min(1).max(64)

export const zoneSchema = z.enum(zones)
export type Zone = z.infer<typeof zoneSchema>

export const engineSchema = z.enum(engineKinds)
export type EngineKind = z.infer<typeof engineSchema>

export const capturedSourceSchema = z.enum(capturedSources)
export type CapturedSource = z.infer<typeof capturedSourceSchema>

export const sourceSchema = z.enum(sources)
export type Source = z.infer<typeof sourceSchema>
