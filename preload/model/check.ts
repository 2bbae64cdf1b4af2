import { z } from 'zod'
import { errorValueSchema } from '../errors'
import { capturedSourceSchema } from './basics'

/** What a check found of a source; `substitute`: the default stood in for the chosen microphone. */
export const checkFindingSchema = z.enum(['fine', 'silent', 'quiet', 'loud', 'substitute'])
export type CheckFinding = z.infer<typeof checkFindingSchema>

export const checkedSourceSchema = z.object({
  source: capturedSourceSchema,
  /** The device's own name; empty until it is heard. */
  label: z.string(),
  /** Empty until the check is done, and where the source could not be opened. */
  findings: z.array(checkFindingSchema),
  error: errorValueSchema.nullable(),
  /** Where the window can play what was heard, or null. */
  soundUrl: z.string().nullable(),
})
export type CheckedSource = z.infer<typeof checkedSourceSchema>

/** A few seconds of both sources before a meeting. Nothing of it is kept. */
export const soundCheckSchema = z.object({
  state: z.enum(['opening', 'listening', 'done']),
  /** How long it listens, in ms. */
  lengthMs: z.number().int(),
  sources: z.array(checkedSourceSchema),
})
export type SoundCheck = z.infer<typeof soundCheckSchema>
