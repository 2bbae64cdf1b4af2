import { z } from 'zod'
import { errorValueSchema } from '../errors'
import { capturedSourceSchema, id, ms, sourceSchema } from './basics'
import { audioDeviceSchema, connectionStateSchema, levelSchema } from './recording'
import { processingSchema, settingsSchema } from './settings'
import { gapSchema, turnSchema, wordSchema } from './transcript'

/** A source that is wanted. `deviceId` (null is the default) and `processing` are a microphone's. */
export const wantedSourceSchema = z.object({
  source: capturedSourceSchema,
  deviceId: z.string().nullable(),
  processing: processingSchema,
})
export type WantedSource = z.infer<typeof wantedSourceSchema>

/** What the recorder page is to capture from now on; told again whenever it changes. */
export const recorderOrderSchema = z.object({
  recordingId: id,
  /** Zero of the time line: the press of Record, later by all pauses until now. */
  startedAt: z.number().int(),
  paused: z.boolean(),
  sources: z.array(wantedSourceSchema),
})
export type RecorderOrder = z.infer<typeof recorderOrderSchema>

/** What main tells the recorder page at the start of a recording. */
export const recorderStartSchema = recorderOrderSchema.extend({
  sessions: settingsSchema.shape.sessions,
})
export type RecorderStart = z.infer<typeof recorderStartSchema>

/** The answer to the page that is about to ask for system audio, which main now lets through once. */
export const systemAudioGrantSchema = z.object({
  /** What it means where the track has ended before it began. */
  endedMeans: z.enum(['system-denied', 'system-failed']),
})
export type SystemAudioGrant = z.infer<typeof systemAudioGrantSchema>

/** A grant for one connection. `url` has every parameter but the token. */
export const sessionGrantSchema = z.object({
  url: z.string(),
  token: z.string(),
  /** What Begin.configuration.model must say. */
  model: z.string(),
})
export type SessionGrant = z.infer<typeof sessionGrantSchema>

/** One message over the audio port. `pcm` is little-endian s16; `firstSample` counts on the time line. */
export const audioChunkSchema = z.object({
  source: capturedSourceSchema,
  firstSample: z.number().int().nonnegative(),
  pcm: z.instanceof(ArrayBuffer),
})
export type AudioChunk = z.infer<typeof audioChunkSchema>

export const speakerRevisionSchema = z.object({
  turnOrder: z.number().int().nonnegative(),
  speaker: z.string().max(40).nullable(),
  words: z.array(wordSchema).max(20_000).nullable(),
})
export type SpeakerRevision = z.infer<typeof speakerRevisionSchema>

const reportedErrorSchema = errorValueSchema.extend({
  sentence: z.string().max(1_000),
  detail: z.string().max(4_000).optional(),
})

/** All that the recorder reports, in one union; each is stored or shown as it comes. */
export const recorderEventSchema = z.discriminatedUnion('type', [
  /** The first buffer of a source is in, or the first of another device in its place. */
  z.object({
    type: z.literal('capturing'),
    source: capturedSourceSchema,
    deviceRate: z.number(),
    label: z.string().transform((label) => label.slice(0, 500)),
    /** The default stands in for the chosen microphone, which is gone. */
    substitute: z.boolean(),
    firstSample: z.number().int(),
  }),
  z.object({
    type: z.literal('connection'),
    source: sourceSchema,
    /** null once no session is wanted any more. */
    state: connectionStateSchema.nullable(),
    error: reportedErrorSchema.nullable(),
  }),
  z.object({
    type: z.literal('session'),
    source: sourceSchema,
    sessionId: id,
    model: z.string().max(200),
    offsetMs: ms,
  }),
  z.object({ type: z.literal('turn'), turn: turnSchema }),
  z.object({
    type: z.literal('turn-dropped'),
    source: sourceSchema,
    sessionId: id,
    turnOrder: z.number().int(),
  }),
  z.object({
    type: z.literal('speakers'),
    sessionId: id,
    revisions: z.array(speakerRevisionSchema).max(10_000),
  }),
  /** Without `recordingId` it is of the recording that is on. */
  z.object({ type: z.literal('gap'), gap: gapSchema, recordingId: id.optional() }),
  z.object({ type: z.literal('level'), level: levelSchema }),
  z.object({ type: z.literal('problem'), source: sourceSchema, error: reportedErrorSchema }),
  /** Message types that the protocol does not name: counted, never acted upon. */
  z.object({
    type: z.literal('ignored'),
    source: sourceSchema,
    messageType: z.string().max(80),
    count: z.number().int(),
  }),
  /** Twice a second while there is a recording, from the page's main thread: it does not hang. */
  z.object({ type: z.literal('alive') }),
  z.object({ type: z.literal('devices'), devices: z.array(audioDeviceSchema).max(200) }),
  z.object({ type: z.literal('stopped'), recordingId: id }),
])
export type RecorderEvent = z.infer<typeof recorderEventSchema>
