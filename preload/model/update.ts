import { z } from 'zod'
import { errorValueSchema } from '../errors'

/**
 * How it stands with a newer Parley: `unsupported` where this copy cannot replace itself, `off` by
 * the setting, `waiting` until nothing is recorded any more, `ready` to be put in place.
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
  /** The newer version; null where none is known. */
  version: z.string().nullable(),
  /** When the last answer came, in ms since 1970. */
  checkedAt: z.number().int().nullable(),
  /** Why the last attempt came to nothing. */
  error: errorValueSchema.nullable(),
})
export type UpdateState = z.infer<typeof updateStateSchema>
