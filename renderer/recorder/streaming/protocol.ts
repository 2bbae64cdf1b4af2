import {
  fields,
  flag,
  integer,
  invalid,
  listOf,
  number,
  looseFields,
  optional,
  text,
  validItems,
} from './json-reader'
import type { Read, Reader } from './json-reader'
import { truncate } from './truncate'

const word = fields({
  text,
  start: number,
  end: number,
  confidence: optional(number),
  word_is_final: optional(flag),
  speaker: optional(text),
})
export type WireWord = Read<typeof word>

/** An invalid word is left out alone: it must not cost the turn around it. */
const words = validItems(word)

const turnOrder = integer(0, 1_000_000)
const codeOrText: Reader<number | string> = (value) =>
  typeof value === 'string' ? value : number(value)

/** Times are ms from the start of the session's audio; `expires_at` is in Unix seconds. */
const serverMessages = {
  Begin: fields({
    id: (value) => (value === '' ? invalid : text(value)),
    expires_at: optional(number),
    /** The echo of the request. `word_timing` is sent by the engine on this computer only. */
    configuration: looseFields,
  }),
  Turn: fields({
    turn_order: turnOrder,
    end_of_turn: flag,
    transcript: text,
    words,
    speaker_label: optional(text),
    language_code: optional(text),
    language_confidence: optional(number),
  }),
  SpeakerRevision: fields({
    revisions: listOf(
      fields({ turn_order: turnOrder, speaker_label: optional(text), words: optional(words) }),
    ),
  }),
  Heartbeat: fields({
    total_audio_received_ms: optional(number),
    total_duration_ms: optional(number),
    realtime_factor: optional(number),
  }),
  SpeechStarted: fields({}),
  Warning: fields({ warning_code: optional(codeOrText), warning: optional(text) }),
  Error: fields({ error_code: optional(number), error: optional(text) }),
  /** The session is billed for its whole seconds. */
  Termination: fields({ session_duration_seconds: optional(integer(0, 100_000)) }),
} as const

type MessageType = keyof typeof serverMessages
type ServerMessages = {
  [T in MessageType]: { readonly type: T } & Read<(typeof serverMessages)[T]>
}
export type ServerMessage = ServerMessages[MessageType]
export type BeginMessage = ServerMessages['Begin']
export type TurnMessage = ServerMessages['Turn']
export type SpeakerRevisionMessage = ServerMessages['SpeakerRevision']
export type WarningMessage = ServerMessages['Warning']
export type HeartbeatMessage = ServerMessages['Heartbeat']

export type Parsed =
  | { readonly known: true; readonly message: ServerMessage }
  /** The name under which the message is counted: an unknown type, or `malformed` with the type. */
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
  if (!Object.hasOwn(serverMessages, type)) return { known: false, messageType: truncate(type, 80) }
  const read: Reader<object> = serverMessages[type as MessageType]
  const message = read(json)
  return message === invalid
    ? { known: false, messageType: `malformed ${type}` }
    : { known: true, message: { type, ...message } as ServerMessage }
}
