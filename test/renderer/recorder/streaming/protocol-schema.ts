import { z } from 'zod'

/** The messages of the server, as a schema: the judge of the hand-written parser. */
const wordSchema = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  confidence: z.number().nullish(),
  word_is_final: z.boolean().nullish(),
  speaker: z.string().nullish(),
})
type WireWord = z.infer<typeof wordSchema>

function validWords(words: readonly unknown[]): WireWord[] {
  return words.flatMap((word) => {
    const parsed = wordSchema.safeParse(word)
    return parsed.success ? [parsed.data] : []
  })
}
const wordsSchema = z.array(z.unknown()).transform(validWords)

const turnOrder = z.number().int().nonnegative().max(1_000_000)

/** Times are ms from the start of the session's audio; `expires_at` is in Unix seconds. */
const serverMessages = {
  Begin: z.object({
    type: z.literal('Begin'),
    id: z.string().min(1),
    expires_at: z.number().nullish(),
    configuration: z.looseObject({}).nullable().catch(null),
  }),
  Turn: z.object({
    type: z.literal('Turn'),
    turn_order: turnOrder,
    end_of_turn: z.boolean(),
    transcript: z.string(),
    words: wordsSchema,
    speaker_label: z.string().nullish(),
    language_code: z.string().nullish(),
    language_confidence: z.number().nullish(),
  }),
  SpeakerRevision: z.object({
    type: z.literal('SpeakerRevision'),
    revisions: z.array(
      z.object({
        turn_order: turnOrder,
        speaker_label: z.string().nullish(),
        words: wordsSchema.nullish(),
      }),
    ),
  }),
  Heartbeat: z.object({
    type: z.literal('Heartbeat'),
    total_audio_received_ms: z.number().nullish(),
    total_duration_ms: z.number().nullish(),
    realtime_factor: z.number().nullish(),
  }),
  SpeechStarted: z.object({ type: z.literal('SpeechStarted') }),
  Warning: z.object({
    type: z.literal('Warning'),
    warning_code: z.union([z.number(), z.string()]).nullish(),
    warning: z.string().nullish(),
  }),
  Error: z.object({
    type: z.literal('Error'),
    error_code: z.number().nullish(),
    error: z.string().nullish(),
  }),
  Termination: z.object({
    type: z.literal('Termination'),
    session_duration_seconds: z.number().int().min(0).max(100_000).nullish(),
  }),
} as const

/** Reads a message of a known type as the schemas above describe it; null if it does not match. */
export function parseBySchema(message: object & { type: string }): unknown {
  if (!Object.hasOwn(serverMessages, message.type)) return null
  const parsed = serverMessages[message.type as keyof typeof serverMessages].safeParse(message)
  return parsed.success ? parsed.data : null
}
