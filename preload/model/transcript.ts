import { z } from 'zod'
import { engineSchema, id, ms, sourceSchema } from './basics'

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
  /** True where the words were not heard live but filled in after a gap. */
  filledIn: z.boolean(),
  /** True where the microphone only heard the loudspeaker: the system's turns have these words. */
  echo: z.boolean(),
})
export type Turn = z.infer<typeof turnSchema>

export const gapReasonSchema = z.enum([
  'network',
  'engine',
  'recorder-restart',
  'app-restart',
  'device',
  'sleep',
  'disk-full',
  'import',
])
export const gapSchema = z.object({
  id,
  source: sourceSchema,
  startMs: ms,
  endMs: ms,
  reason: gapReasonSchema,
  /** Whether the sound of this range is there, so that its words can be filled in. */
  sound: z.boolean(),
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
  /** As it was recorded, compressed, or deleted since. */
  sound: z.enum(['recorded', 'packed', 'deleted']),
  turnCount: z.number().int(),
  /** Of the recorded sound, the share that has its words, rounded down; null until it is over. */
  textPercent: z.number().int().min(0).max(100).nullable(),
  /** How much sound has no words yet. */
  missingTextMs: ms,
  /** How long nothing was recorded, for whatever reason. */
  missingSoundMs: ms,
  speakers: z.array(z.string()),
  tags: z.array(z.string()),
  /** Since when it is in the bin, in ms since 1970, or null. */
  binnedAt: z.number().int().nullable(),
})
export type Meeting = z.infer<typeof meetingSchema>

/** Everything about one meeting, as the exports write it. */
export const transcriptSchema = z.object({
  meeting: meetingSchema,
  turns: z.array(turnSchema),
  gaps: z.array(gapSchema),
})
export type Transcript = z.infer<typeof transcriptSchema>

/** How loud a meeting is over its length: each level is 0 (-72 dBFS and below) to 255 (full scale). */
export const waveformSchema = z.object({
  durationMs: ms,
  levels: z.array(z.number().int().min(0).max(255)),
})
export type Waveform = z.infer<typeof waveformSchema>

/** A turn without its words: enough to read it, and far less than with them. */
export type WordlessTurn = Omit<Turn, 'words'>
export type TranscriptText = Omit<Transcript, 'turns'> & { readonly turns: readonly WordlessTurn[] }

/** The words of one turn, as the JSON text in which the library holds them. */
export type TurnWords = Pick<Turn, 'sessionId' | 'turnOrder'> & { readonly words: string }

/**
 * A transcript on its way to a window. Objects are copied one by one between processes and between
 * the worlds of a page; texts are not, so ten thousand turns go over as one.
 */
export const packedTextSchema = z.object({
  meeting: meetingSchema,
  gaps: z.array(gapSchema),
  /** The turns, WordlessTurn[] as JSON. */
  turns: z.string(),
})
export type PackedText = z.infer<typeof packedTextSchema>

/** The words of all turns, which come after the text. */
export const packedWordsSchema = z.object({
  /** Of whom they are: [sessionId, turnOrder][] as JSON. */
  turns: z.string(),
  /** Word[] as JSON, a line a turn. */
  words: z.string(),
})
export type PackedWords = z.infer<typeof packedWordsSchema>
