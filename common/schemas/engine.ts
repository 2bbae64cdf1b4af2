import { z } from 'zod'
import { errorValueSchema } from './errors'
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
  error: errorValueSchema.nullable(),
})
export type EngineState = z.infer<typeof engineStateSchema>
