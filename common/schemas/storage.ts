import { z } from 'zod'
import { errorValueSchema } from './errors'

const bytes = z.number().int().nonnegative()

/** The used disk space; `freeBytes` is null if it is not known. */
export const storageUseSchema = z.object({
  audioBytes: bytes,
  textBytes: bytes,
  modelBytes: bytes,
  freeBytes: bytes.nullable(),
  /** Why the audio of a meeting could not be compressed; null without a problem. */
  problem: errorValueSchema.nullable(),
})
/** A daily copy of the library; `at` in ms since 1970. */
export const libraryCopySchema = z.object({ name: z.string(), at: z.number(), bytes })
export type LibraryCopy = z.infer<typeof libraryCopySchema>

export type StorageUse = z.infer<typeof storageUseSchema>
