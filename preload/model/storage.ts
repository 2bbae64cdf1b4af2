import { z } from 'zod'
import { errorValueSchema } from '../errors'

const bytes = z.number().int().nonnegative()

/** How much space what takes; `freeBytes` is null where nobody can tell. */
export const storageUseSchema = z.object({
  audioBytes: bytes,
  textBytes: bytes,
  modelBytes: bytes,
  freeBytes: bytes.nullable(),
  /** Why the sound of a meeting stayed as it was recorded; null where all is well. */
  problem: errorValueSchema.nullable(),
})
export type StorageUse = z.infer<typeof storageUseSchema>
