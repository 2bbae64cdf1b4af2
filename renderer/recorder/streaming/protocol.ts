import { z } from 'zod'
import { shorten } from './shorten'

/** Words that are no words are left out one by one: they must not cost the turn around them. */
const wordSchema = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  confidence: z.number().nullish(),
  word_is_final: z.boolean().nullish(),
  speaker: z.string().nullish(),
})
export type WireWord = z.infer<typeof wordSchema>

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
    configuration: z
      .object({
        model: z.string().nullish(),
        /** The engine on this computer says `estimated`. */
        word_timing: z.string().nullish(),
      })
      .nullish(),
  }),
  Turn: z.object({
    type: z.literal('Turn'),
    turn_order: turnOrder,
    end_of_turn: z.boolean(),
    transcript: z.string(),
    words: wordsSchema,
    speaker_label: z.string().nullish(),
    language_code: z.string().nullish(),
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
  }),
  Error: z.object({
    type: z.literal('Error'),
    error_code: z.number().nullish(),
    error: z.string().nullish(),
  }),
  Termination: z.object({ type: z.literal('Termination') }),
} as const

type ServerMessages = { [T in keyof typeof serverMessages]: z.output<(typeof serverMessages)[T]> }
export type ServerMessage = ServerMessages[keyof ServerMessages]
export type BeginMessage = ServerMessages['Begin']
export type TurnMessage = ServerMessages['Turn']
export type SpeakerRevisionMessage = ServerMessages['SpeakerRevision']
export type HeartbeatMessage = ServerMessages['Heartbeat']

export type Parsed =
  | { readonly known: true; readonly message: ServerMessage }
  /** What to count it under: the type that the protocol does not name, or `malformed`. */
  | { readonly known: false; readonly messageType: string }

const malformed: Parsed = { known: false, messageType: 'malformed' }

/** Reads one message of the server. Never throws; the order of the keys does not matter. */
export function parseServerMessage(data: unknown): Parsed {
  if (typeof data !== 'string') return malformed
  let json: unknown
  try {
    json = JSON.parse(data)
  } catch {
    return malformed
  }
  if (typeof json !== 'object' || json === null || !('type' in json)) return malformed
  const { type } = json
  if (typeof type !== 'string') return malformed
  if (!Object.hasOwn(serverMessages, type)) return { known: false, messageType: shorten(type, 80) }
  const parsed = serverMessages[type as keyof typeof serverMessages].safeParse(json)
  return parsed.success
    ? { known: true, message: parsed.data }
    : { known: false, messageType: `malformed ${type}` }
}
