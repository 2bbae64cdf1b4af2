import { z } from 'zod'
import { errorValueSchema } from '../errors'
import { onDeviceModelSchema } from './settings'

export const engineStateSchema = z.object({
  state: z.enum(['stopped', 'loading', 'ready', 'failed']),
  model: onDeviceModelSchema,
  /** Which models' files are here. */
  available: z.array(onDeviceModelSchema),
  /** Share of one core that decoding took of the audio so far; null before any. */
  load: z.number().nullable(),
  error: errorValueSchema.nullable(),
})
export type EngineState = z.infer<typeof engineStateSchema>
