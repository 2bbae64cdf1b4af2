import { z } from 'zod'
import { errorValueSchema } from './errors'
import { engineReasons } from '../model/constants'
import { onDeviceModelSchema } from './settings'

export const engineStateSchema = z.object({
  state: z.enum(['stopped', 'loading', 'ready', 'failed']),
  model: onDeviceModelSchema,
  /** The name of the installed model that runs or loads in its place; missing for none. */
  installed: z.string().optional(),
  /** The models whose files are installed. */
  available: z.array(onDeviceModelSchema),
  /** The share of one core that decoding needed so far; null before the first audio. */
  load: z.number().nullable(),
  /** The median time from the end of the words of a turn to its final text; null before the first. */
  delayMs: z.number().int().nullable(),
  error: errorValueSchema.nullable(),
})
export type EngineState = z.infer<typeof engineStateSchema>

/** What the engine used for one meeting. It always decodes on one thread. */
export const engineUseSchema = z.object({
  /** The id of an installed model, or the Moonshine. */
  model: z.string().min(1).max(120),
  why: z.enum(engineReasons),
  /** The share of one core that decoding needed, in percent; null if nothing was decoded. */
  loadPercent: z.number().int().nonnegative().nullable(),
  /** The median time from the end of the words of a turn to its final text; null without turns. */
  delayMs: z.number().int().nonnegative().nullable(),
})
export type EngineUse = z.infer<typeof engineUseSchema>
