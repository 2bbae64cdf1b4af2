import { z } from 'zod'
import { consentSchema } from './consent'
import { engineSchema, id, ms, sourceSchema } from './basics'
import { errorValueSchema } from './errors'

export const wordSchema = z.object({
  text: z.string().max(500),
  startMs: ms,
  endMs: ms,
  /** 0 to 1, or null if the engine reports none. */
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
  /** The service's label ("A"), or null if it does not distinguish speakers. */
  speaker: z.string().max(40).nullable(),
  language: z.string().max(20).nullable(),
  /** How sure the service is of the language, 0 to 1; missing if it does not say. */
  languageConfidence: z.number().min(0).max(1).optional(),
  /** Whether word times were measured by the engine or spread over the voiced parts. */
  timing: z.enum(['measured', 'estimated']),
  /** When the first words of this turn arrived, and when it became final. */
  firstSeenMs: ms,
  finalMs: ms.nullable(),
  /** True if the words were not live, but filled in after a gap. */
  filledIn: z.boolean(),
  /**
   * True if the microphone only heard the loudspeaker; the turns of the system audio have these
   * words.
   */
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
  /** Whether this range has audio, so that its words can be filled in. */
  sound: z.boolean(),
  /** True once the words of this range were filled in afterwards. */
  filled: z.boolean(),
})
export type Gap = z.infer<typeof gapSchema>
export type GapReason = z.infer<typeof gapReasonSchema>

/** Why the words of a gap are not filled in, although its audio is there. */
export const gapProblemSchema = z.object({ meetingId: id, gapId: id, error: errorValueSchema })
export type GapProblem = z.infer<typeof gapProblemSchema>

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
  /** Whether the audio is as recorded, compressed, or deleted. */
  sound: z.enum(['recorded', 'packed', 'deleted']),
  /** The time zone (IANA) of the recording; missing for older meetings. */
  timeZone: z.string().optional(),
  /** That its people agreed to the recording; missing if that was not noted. */
  consent: consentSchema.optional(),
  turnCount: z.number().int(),
  /** The share of the audio that is transcribed, rounded down; null until the meeting is over. */
  textPercent: z.number().int().min(0).max(100).nullable(),
  /** How much audio is not transcribed yet. */
  missingTextMs: ms,
  /** How long nothing was recorded, for any reason. */
  missingSoundMs: ms,
  speakers: z.array(z.string()),
  tags: z.array(z.string()),
  /** When it was moved to the bin, in ms since 1970, or null. */
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
 * A transcript as it is sent to a window. Objects are copied one by one between processes and between
 * the worlds of a page, but a text is copied at once, so ten thousand turns are sent as one text.
 */
export const packedTextSchema = z.object({
  meeting: meetingSchema,
  gaps: z.array(gapSchema),
  /** The turns, WordlessTurn[] as JSON. */
  turns: z.string(),
})
export type PackedText = z.infer<typeof packedTextSchema>

/** The last turn of a part of a meeting, in the order of the library. */
export const turnPlaceSchema = z.object({ startMs: ms, row: z.number().int() })
export type TurnPlace = z.infer<typeof turnPlaceSchema>

/** The words of a part of the turns, which are sent after the text. */
export const packedWordsSchema = z.object({
  /** Their turns: [sessionId, turnOrder][] as JSON. */
  turns: z.string(),
  /** Word[] as JSON, one line for each turn. */
  words: z.string(),
  /** The next part comes after this place; null if this is the last part. */
  next: turnPlaceSchema.nullable(),
})
export type PackedWords = z.infer<typeof packedWordsSchema>
