import { z } from 'zod'
import { errorValueSchema } from './errors'
import { engineSchema, id, ms, capturedSourceSchema } from './basics'

export const recordingStateSchema = z.enum(['idle', 'starting', 'recording', 'paused', 'finishing'])
export type RecordingState = z.infer<typeof recordingStateSchema>

/** `waiting`: nothing has sounded for a minute, so there is no session until something does. */
export const connectionStateSchema = z.enum([
  'connecting',
  'live',
  'waiting',
  'catching-up',
  'offline',
])
export type ConnectionState = z.infer<typeof connectionStateSchema>

/**
 * The state of one source: `off` is not recorded, `opening` has no audio yet, `away` has no device or
 * is refused.
 */
export const sourceStatusSchema = z.object({
  source: capturedSourceSchema,
  state: z.enum(['off', 'opening', 'on', 'away']),
  /** The name of its device; null before it is known. */
  label: z.string().nullable(),
})
export type SourceStatus = z.infer<typeof sourceStatusSchema>

/** The content of the status line; sent at each change and once a second while recording. */
export const recordingStatusSchema = z.object({
  state: recordingStateSchema,
  meetingId: id.nullable(),
  startedAt: z.number().int().nullable(),
  /** The recorded time, without pauses. */
  elapsedMs: ms,
  /** Each source once; all are off while there is no recording. */
  sources: z.array(sourceStatusSchema),
  engine: engineSchema,
  connection: connectionStateSchema.nullable(),
  /** From the end of the last word to the arrival of its text; null before the first word. */
  delayMs: ms.nullable(),
  /** How long ago audio was last written; null before the first time. */
  savedAgeMs: ms.nullable(),
  /** A person muted their own side: the microphone is not recorded until they take it back. */
  muted: z.boolean(),
  /** What Parley plays is recorded as system audio. */
  hearsOwnSound: z.boolean(),
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

/** A program that plays something. `key` stays the same from one start of it to the next. */
export const playingProgramSchema = z.object({ key: z.string(), name: z.string() })
export type PlayingProgram = z.infer<typeof playingProgramSchema>
