import { z } from 'zod'
import { errorValueSchema } from './errors'
import { capturedSourceSchema } from './basics'

/** What a check found out about a source; `substitute`: the default microphone was used instead. */
export const checkFindingSchema = z.enum(['fine', 'silent', 'quiet', 'loud', 'substitute'])
export type CheckFinding = z.infer<typeof checkFindingSchema>

export const checkedSourceSchema = z.object({
  source: capturedSourceSchema,
  /** The name of the device; empty until it delivers audio. */
  label: z.string(),
  /** Empty until the check is done, and if the source could not be opened. */
  findings: z.array(checkFindingSchema),
  error: errorValueSchema.nullable(),
  /** The address at which the window can play the audio, or null. */
  soundUrl: z.string().nullable(),
})
export type CheckedSource = z.infer<typeof checkedSourceSchema>

/** A check of a few seconds of both sources before a meeting. Nothing is stored. */
export const soundCheckSchema = z.object({
  state: z.enum(['opening', 'listening', 'done']),
  /** How long it listens, in ms. */
  lengthMs: z.number().int(),
  sources: z.array(checkedSourceSchema),
})
export type SoundCheck = z.infer<typeof soundCheckSchema>
