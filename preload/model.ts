import { z } from 'zod'
import { errorValueSchema } from './errors'

/**
 * What the pages and main say to each other about meetings, keys and engines.
 * Times are integer milliseconds on the meeting's time line unless the name ends in `At`
 * (then: milliseconds since 1970). Audio is 16 kHz mono s16.
 */

export const sampleRate = 16_000
/** Samples in one frame of 50 ms, the shortest that the service accepts. */
export const frameSamples = 800

const ms = z.number().int().nonnegative()
const id = z.string().min(1).max(64)

export const zoneSchema = z.enum(['default', 'us', 'eu'])
export type Zone = z.infer<typeof zoneSchema>

export const engineSchema = z.enum(['service', 'on-device'])
export type EngineKind = z.infer<typeof engineSchema>

export const sourceSchema = z.enum(['microphone', 'system'])
export type Source = z.infer<typeof sourceSchema>

// ---- Transcript

export const wordSchema = z.object({
  text: z.string().max(500),
  startMs: ms,
  endMs: ms,
  /** 0 to 1, or null where the engine gives none. */
  confidence: z.number().min(0).max(1).nullable(),
  /** False while the engine may still change the word. */
  isFinal: z.boolean(),
  speaker: z.string().max(40).nullable(),
})
export type Word = z.infer<typeof wordSchema>

/** One turn; its identity is (sessionId, turnOrder). A later turn of the same identity replaces it. */
export const turnSchema = z.object({
  source: sourceSchema,
  sessionId: id,
  turnOrder: z.number().int().nonnegative().max(1_000_000),
  startMs: ms,
  endMs: ms,
  text: z.string().max(100_000),
  words: z.array(wordSchema).max(20_000),
  isFinal: z.boolean(),
  /** The service's label ("A"), or null where it tells no speakers apart. */
  speaker: z.string().max(40).nullable(),
  language: z.string().max(20).nullable(),
  /** Whether word times were measured by the engine or spread over the voiced parts. */
  timing: z.enum(['measured', 'estimated']),
  /** When the first words of this turn arrived, and when it became final. */
  firstSeenMs: ms,
  finalMs: ms.nullable(),
})
export type Turn = z.infer<typeof turnSchema>

export const gapReasonSchema = z.enum(['network', 'recorder-restart', 'device', 'engine'])
export const gapSchema = z.object({
  id,
  source: sourceSchema,
  startMs: ms,
  endMs: ms,
  reason: gapReasonSchema,
  /** True once the words of this range were filled in afterwards. */
  filled: z.boolean(),
})
export type Gap = z.infer<typeof gapSchema>
export type GapReason = z.infer<typeof gapReasonSchema>

export const audioInfoSchema = z.object({ source: sourceSchema, samples: z.number().int() })
export type AudioInfo = z.infer<typeof audioInfoSchema>

/** A row of the list. `interrupted`: the app ended without a clean stop. */
export const meetingSchema = z.object({
  id,
  title: z.string(),
  startedAt: z.number().int(),
  durationMs: ms,
  state: z.enum(['recording', 'finishing', 'done', 'interrupted']),
  engine: engineSchema,
  model: z.string(),
  audio: z.array(audioInfoSchema),
  turnCount: z.number().int(),
  speakers: z.array(z.string()),
})
export type Meeting = z.infer<typeof meetingSchema>

/** Everything about one meeting: what the windows draw and the exports write. */
export const transcriptSchema = z.object({
  meeting: meetingSchema,
  turns: z.array(turnSchema),
  gaps: z.array(gapSchema),
})
export type Transcript = z.infer<typeof transcriptSchema>

// ---- Recording

export const recordingStateSchema = z.enum(['idle', 'starting', 'recording', 'finishing'])
export type RecordingState = z.infer<typeof recordingStateSchema>

export const connectionStateSchema = z.enum(['connecting', 'live', 'catching-up', 'offline'])
export type ConnectionState = z.infer<typeof connectionStateSchema>

/** What the status line draws; sent at each change and once a second while recording. */
export const recordingStatusSchema = z.object({
  state: recordingStateSchema,
  meetingId: id.nullable(),
  startedAt: z.number().int().nullable(),
  elapsedMs: ms,
  engine: engineSchema,
  connection: connectionStateSchema.nullable(),
  /** From the end of the last word said to its text being here; null before the first word. */
  delayMs: ms.nullable(),
  savedAt: z.number().int().nullable(),
  problem: errorValueSchema.nullable(),
})
export type RecordingStatus = z.infer<typeof recordingStatusSchema>

/** About ten a second for each source. rms and peak are 0 to 1 of full scale. */
export const levelSchema = z.object({
  source: sourceSchema,
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

// ---- Settings

export const processingSchema = z.object({
  echoCancellation: z.boolean(),
  noiseSuppression: z.boolean(),
  autoGainControl: z.boolean(),
})
export type Processing = z.infer<typeof processingSchema>

export const serviceModelSchema = z.enum([
  'universal-streaming-english',
  'universal-streaming-multilingual',
  'universal-3-5-pro',
  'universal-3-6-pro',
])
export type ServiceModel = z.infer<typeof serviceModelSchema>

export const onDeviceModelSchema = z.enum(['base', 'tiny'])
export type OnDeviceModel = z.infer<typeof onDeviceModelSchema>

/** What people can set. Names and zones of keys are kept beside it in the same file, in main only. */
export const settingsSchema = z.object({
  engine: engineSchema,
  serviceModel: serviceModelSchema,
  onDeviceModel: onDeviceModelSchema,
  /** Two-letter language codes that the speech may be in; empty lets the service tell. Pro models only. */
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).max(10),
  /** Names and terms to listen for: at most 100 of at most 50 characters. */
  keyTerms: z.array(z.string().trim().min(1).max(50)).max(100),
  speakerLabels: z.boolean(),
  filterProfanity: z.object({ service: z.boolean(), onDevice: z.boolean() }),
  /** null is the system's default microphone. */
  microphoneId: z.string().max(500).nullable(),
  processing: processingSchema,
  theme: z.enum(['system', 'light', 'dark']),
})
export type Settings = z.infer<typeof settingsSchema>
export const settingsPatchSchema = settingsSchema.partial()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>

export const defaultSettings: Settings = {
  engine: 'on-device',
  serviceModel: 'universal-streaming-english',
  onDeviceModel: 'base',
  languages: [],
  keyTerms: [],
  speakerLabels: false,
  filterProfanity: { service: false, onDevice: true },
  microphoneId: null,
  processing: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  theme: 'system',
}

// ---- Keys and tokens

export const keyCheckSchema = z.object({
  at: z.number().int(),
  durationMs: ms,
  error: errorValueSchema.nullable(),
})
export type KeyCheck = z.infer<typeof keyCheckSchema>

/** All that a page ever learns of a key. */
export const keyInfoSchema = z.object({
  id,
  name: z.string(),
  zone: zoneSchema,
  /** The last four characters, for telling keys apart. */
  ending: z.string().max(4),
  inUse: z.boolean(),
  /** True where the key is kept in memory until the app quits. */
  memoryOnly: z.boolean(),
  check: keyCheckSchema.nullable(),
})
export type KeyInfo = z.infer<typeof keyInfoSchema>

/** The keychain's name for a person, and the reason where it cannot be used. null before its first use. */
export const keychainStateSchema = z.object({
  name: z.string(),
  error: errorValueSchema.nullable(),
})
export type KeychainState = z.infer<typeof keychainStateSchema>

export const keyListSchema = z.object({
  keys: z.array(keyInfoSchema),
  keychain: keychainStateSchema,
})
export type KeyList = z.infer<typeof keyListSchema>

export const rateLimitSchema = z.object({
  limit: z.number().nullable(),
  remaining: z.number().nullable(),
  /** Seconds to wait, from Retry-After or X-RateLimit-Reset. */
  retryAfterSeconds: z.number().nullable(),
})
export type RateLimit = z.infer<typeof rateLimitSchema>

/** What "Try a token" shows. Holds no part of the token but its first three characters and its length. */
export const tokenReportSchema = z.object({
  requestLine: z.string(),
  host: z.string(),
  keyName: z.string(),
  at: z.number().int(),
  durationMs: ms,
  status: z.number().int().nullable(),
  token: z.object({ prefix: z.string().max(3), length: z.number().int() }).nullable(),
  /** Until when the token opens a session. */
  expiresAt: z.number().int().nullable(),
  rateLimit: rateLimitSchema,
  /** The error's body as text, at most 4,000 characters, with any key or token redacted. */
  body: z.string().nullable(),
  error: errorValueSchema.nullable(),
})
export type TokenReport = z.infer<typeof tokenReportSchema>

// ---- The engine on this computer

export const engineStateSchema = z.object({
  state: z.enum(['stopped', 'loading', 'ready', 'failed']),
  model: onDeviceModelSchema,
  /** Which models' files are here. */
  available: z.array(onDeviceModelSchema),
  /** Share of one core that decoding took of the audio so far; null before any. */
  load: z.number().nullable(),
  error: errorValueSchema.nullable(),
})
export type EngineState = z.infer<typeof engineStateSchema>

// ---- The recorder

/** What main tells the recorder page at the start of a recording. */
export const recorderStartSchema = z.object({
  recordingId: id,
  /** The press of the record button: zero of the time line. */
  startedAt: z.number().int(),
  sources: z.array(
    z.object({
      source: sourceSchema,
      deviceId: z.string().nullable(),
      processing: processingSchema,
    }),
  ),
})
export type RecorderStart = z.infer<typeof recorderStartSchema>

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
  source: sourceSchema,
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

/** All that the recorder reports, in one union; each is stored or shown as it comes. */
export const recorderEventSchema = z.discriminatedUnion('type', [
  /** The first buffer of a source is in. */
  z.object({
    type: z.literal('capturing'),
    source: sourceSchema,
    deviceRate: z.number(),
    label: z.string(),
    firstSample: z.number().int(),
  }),
  z.object({
    type: z.literal('connection'),
    source: sourceSchema,
    state: connectionStateSchema,
    error: errorValueSchema.nullable(),
  }),
  z.object({
    type: z.literal('session'),
    source: sourceSchema,
    sessionId: id,
    model: z.string(),
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
  z.object({ type: z.literal('gap'), gap: gapSchema }),
  z.object({ type: z.literal('level'), level: levelSchema }),
  z.object({ type: z.literal('problem'), source: sourceSchema, error: errorValueSchema }),
  /** Message types that the protocol does not name: counted, never acted upon. */
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
