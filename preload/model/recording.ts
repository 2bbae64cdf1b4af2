import { z } from 'zod'
import { errorValueSchema } from '../errors'
import { engineSchema, id, ms, capturedSourceSchema } from './basics'

export const recordingStateSchema = z.enum(['idle', 'starting', 'recording', 'paused', 'finishing'])
export type RecordingState = z.infer<typeof recordingStateSchema>

export const connectionStateSchema = z.enum(['connecting', 'live', 'catching-up', 'offline'])
export type ConnectionState = z.infer<typeof connectionStateSchema>

/**
 * How one source fares: `off` is not wanted, `opening` was not heard yet, `away` has no device now
 * or is refused.
 */
export const sourceStatusSchema = z.object({
  source: capturedSourceSchema,
  state: z.enum(['off', 'opening', 'on', 'away']),
  /** The name of its device; null before it is known. */
  label: z.string().nullable(),
})
export type SourceStatus = z.infer<typeof sourceStatusSchema>

/** What the status line draws; sent at each change and once a second while recording. */
export const recordingStatusSchema = z.object({
  state: recordingStateSchema,
  meetingId: id.nullable(),
  startedAt: z.number().int().nullable(),
  /** How long it has been recorded, without its pauses. */
  elapsedMs: ms,
  /** Each source once; all are off while there is no recording. */
  sources: z.array(sourceStatusSchema),
  engine: engineSchema,
  connection: connectionStateSchema.nullable(),
  /** From the end of the last word said to its text being here; null before the first word. */
  delayMs: ms.nullable(),
  savedAt: z.number().int().nullable(),
  /** All that a person should know of now, the worst first; each goes by itself when it is over. */
  notices: z.array(errorValueSchema),
})
export type RecordingStatus = z.infer<typeof recordingStatusSchema>

/** About ten a second for each source. rms and peak are 0 to 1 of full scale. */
export const levelSchema = z.object({
  source: capturedSourceSchema,
  rms: z.number().min(0).max(1),
  peak: z.number().min(0).max(1),
  clipped: z.boolean(),
})
export type Level = z.infer<typeof levelSchema>

export const audioDeviceSchema = z.object({
  deviceId: z.string().max(500),
  label: z.string().max(500),
})
export type AudioDevice = z.infer<typeof audioDeviceSchema>
