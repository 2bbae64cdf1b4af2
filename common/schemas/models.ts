import { z } from 'zod'
import { errorValueSchema } from './errors'
import { installedModelIdSchema, modelFamilySchema, modelGiftsSchema } from './installed-models'

const bytes = z.number().int().nonnegative()

/** Where a model of the Models page is on its way to this computer. */
export const modelStageSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('absent') }),
  z.object({ stage: z.literal('downloading'), received: bytes }),
  /** It goes on where it stopped, also after the app was quit. */
  z.object({ stage: z.literal('paused'), received: bytes }),
  /** Its hashes are compared, and its archive is unpacked. */
  z.object({ stage: z.literal('checking') }),
  z.object({ stage: z.literal('installed') }),
  /** Installed, but it ended the engine twice, so it is not loaded. */
  z.object({ stage: z.literal('set-aside') }),
])
export type ModelStage = z.infer<typeof modelStageSchema>

/** One line of the Models page: a model of the catalogue, or a person's own. */
export const modelRowSchema = z.object({
  id: installedModelIdSchema,
  name: z.string(),
  maker: z.string(),
  family: modelFamilySchema,
  languages: z.array(z.string()),
  gives: modelGiftsSchema,
  /** What is downloaded; 0 for a person's own model. */
  downloadBytes: bytes,
  /** What it takes on the disk; null if nobody has published it. */
  diskBytes: bytes.nullable(),
  /** Memory while it works, in MB; null if nobody has measured it. */
  memoryMb: z.number().nullable(),
  /** Fast cores that it wants; null if any computer does. */
  wantsCores: z.number().int().nullable(),
  /** The name of its licence; null for a person's own model. */
  licence: z.string().nullable(),
  /** The page of those who publish it; null for a person's own model. */
  source: z.string().nullable(),
  stage: modelStageSchema,
  /** What stopped the last attempt. */
  error: errorValueSchema.nullable(),
})
export type ModelRow = z.infer<typeof modelRowSchema>

export const modelsStateSchema = z.object({
  models: z.array(modelRowSchema),
  /** On the disk of the models; null if unknown. */
  freeBytes: bytes.nullable(),
  cores: z.number().int(),
})
export type ModelsState = z.infer<typeof modelsStateSchema>
