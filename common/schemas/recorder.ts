import { z } from 'zod'
import { errorSentences } from '../text'
import { errorValueSchema } from './errors'
import { capturedSourceSchema, id, ms, sourceSchema } from './basics'
import { audioDeviceSchema, connectionStateSchema, levelSchema } from './recording'
import { processingSchema, settingsSchema } from './settings'
import { paidExtraSchema } from './usage'
import { gapSchema, turnSchema, wordSchema } from './transcript'

/** A source to capture. `deviceId` (null is the default) and `processing` are for microphones. */
export const wantedSourceSchema = z.object({
  source: capturedSourceSchema,
  deviceId: z.string().nullable(),
  processing: processingSchema,
})
export type WantedSource = z.infer<typeof wantedSourceSchema>

/** What can change in a session that is open, as its UpdateConfiguration has it. */
export const sessionUpdateSchema = z.object({
  keyterms_prompt: z.array(z.string()).optional(),
  prompt: z.string().optional(),
  language_codes: z.array(z.string()).optional(),
})
export type SessionUpdate = z.infer<typeof sessionUpdateSchema>

/** What the recorder captures from now on; sent again at each change. */
export const recorderOrderSchema = z.object({
  recordingId: id,
  /**
   * Zero of the time line: the press of Record plus all pauses so far, in ms of a monotonic clock. In
   * main it is main's clock; what the recorder receives uses the recorder's clock.
   */
  zeroAt: z.number(),
  /** The end of the audio that is already written, in ms of the time line; new audio starts later. */
  notBeforeMs: ms,
  paused: z.boolean(),
  sources: z.array(wantedSourceSchema),
  /** null if no session accepts it: on this computer, and in a sound check. */
  update: sessionUpdateSchema.nullable(),
})
export type RecorderOrder = z.infer<typeof recorderOrderSchema>

/** The message of main to the recorder page at the start of a recording. */
export const recorderStartSchema = recorderOrderSchema.extend({
  sessions: settingsSchema.shape.sessions,
})
export type RecorderStart = z.infer<typeof recorderStartSchema>

/** How the page gets system audio: over a port, or from the browser, which main now lets through once. */
export const systemAudioGrantSchema = z.discriminatedUnion('way', [
  /** The port comes to the page under this number. */
  z.object({ way: z.literal('port'), port: z.number().int() }),
  z.object({
    way: z.literal('loopback'),
    /** What it means where the track has ended before it began. */
    endedMeans: z.enum(['system-denied', 'system-failed']),
  }),
])
export type SystemAudioGrant = z.infer<typeof systemAudioGrantSchema>

/** A grant for one connection. `url` has every parameter but the token. */
export const sessionGrantSchema = z.object({
  url: z.string(),
  token: z.string(),
  /** The expected value of Begin.configuration.model. */
  model: z.string(),
})
export type SessionGrant = z.infer<typeof sessionGrantSchema>

/** A session that a test of a key opens and ends at once. */
export const sessionTestSchema = z.object({ testId: id, grant: sessionGrantSchema })

/** The pages without a window know no language; the sentence is that of main. */
const reportedErrorSchema = errorValueSchema
  .extend({ sentence: z.string().max(1_000), detail: z.string().max(4_000).optional() })
  .transform((error) => ({ ...error, sentence: errorSentences[error.code] }))

/** What a test of a key came to; `billed` is the session that began for it. */
export const sessionTestedSchema = z.object({
  testId: id,
  error: reportedErrorSchema.nullable(),
  billed: z
    .object({
      sessionId: id,
      model: z.string().max(200),
      extras: z.array(paidExtraSchema),
      seconds: z.number().int().nonnegative().max(100_000),
    })
    .nullable(),
})
export type SessionTested = z.infer<typeof sessionTestedSchema>

/**
 * One message over the audio port. `pcm` is little-endian s16; `firstSample` is a position on the
 * time line.
 */
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

/** Everything that the recorder reports; each event is stored or shown immediately. */
export const recorderEventSchema = z.discriminatedUnion('type', [
  /** The first audio of a source has arrived, or the first of another device in its place. */
  z.object({
    type: z.literal('capturing'),
    source: capturedSourceSchema,
    deviceRate: z.number(),
    label: z.string().transform((label) => label.slice(0, 500)),
    /** The default microphone replaces the chosen one, which is not connected. */
    substitute: z.boolean(),
    firstSample: z.number().int(),
  }),
  z.object({
    type: z.literal('connection'),
    source: sourceSchema,
    /** null when no session is needed any more. */
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
  /** A session is open, and costs money. `requested` is the model that was asked for. */
  z.object({
    type: z.literal('session-began'),
    source: sourceSchema,
    sessionId: id,
    requested: z.string().max(200),
    model: z.string().max(200),
    /** What costs more than the model. */
    extras: z.array(paidExtraSchema),
    /** From the attempt to connect until now. */
    connectingMs: z.number().nonnegative(),
  }),
  /** What costs more than the model in a session has changed while it is open. */
  z.object({
    type: z.literal('session-extras'),
    sessionId: id,
    extras: z.array(paidExtraSchema),
  }),
  /** `billedSeconds` is the service's figure, or null if the session had no proper end. */
  z.object({
    type: z.literal('session-ended'),
    sessionId: id,
    billedSeconds: z.number().int().nonnegative().max(100_000).nullable(),
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
  /** Without `recordingId` it belongs to the running recording. */
  z.object({ type: z.literal('gap'), gap: gapSchema, recordingId: id.optional() }),
  z.object({ type: z.literal('level'), level: levelSchema }),
  z.object({ type: z.literal('problem'), source: sourceSchema, error: reportedErrorSchema }),
  /** Message types that the protocol does not name: only counted. */
  z.object({
    type: z.literal('ignored'),
    source: sourceSchema,
    messageType: z.string().max(80),
    count: z.number().int(),
  }),
  z.object({ type: z.literal('devices'), devices: z.array(audioDeviceSchema).max(200) }),
  z.object({ type: z.literal('stopped'), recordingId: id }),
])
export type RecorderEvent = z.infer<typeof recorderEventSchema>
