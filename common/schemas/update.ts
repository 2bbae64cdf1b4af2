import { z } from 'zod'
import { errorValueSchema } from './errors'

/**
 * The state of an update: `unsupported` if this copy cannot replace itself, `off` by the setting,
 * `waiting` until the recording ends, `ready` to be installed.
 */
export const updateStageSchema = z.enum([
  'unsupported',
  'off',
  'idle',
  'checking',
  'waiting',
  'downloading',
  'ready',
])
export type UpdateStage = z.infer<typeof updateStageSchema>

export const updateStateSchema = z.object({
  stage: updateStageSchema,
  /** The newer version; null if none is known. */
  version: z.string().nullable(),
  /** When the last answer came, in ms since 1970. */
  checkedAt: z.number().int().nullable(),
  /** Why the last attempt failed. */
  error: errorValueSchema.nullable(),
})
export type UpdateState = z.infer<typeof updateStateSchema>
