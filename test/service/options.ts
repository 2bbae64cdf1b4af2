/** How the simulator behaves: an option for every behaviour and every fault. All times are in ms. */
export interface Behaviour {
  readonly token: TokenBehaviour
  /** What happens with each API key. */
  readonly keys: Readonly<Record<string, KeyState>>
  readonly unknownKeys: KeyState
  readonly session: SessionBehaviour
  readonly turns: TurnBehaviour
  readonly transcripts: TranscriptBehaviour
  readonly chat: ChatBehaviour
}

export type KeyState =
  | 'good'
  /** 401 at the token endpoint, 1008 on a socket. */
  | 'rejected'
  /** 403 at the token endpoint. */
  | 'forbidden'
  /** 402 at the token endpoint. */
  | 'unpaid'
  /** Mints a token, then the socket closes with 1008: a good key on an account without credit. */
  | 'refused-later'
  /** Mints a token, then the socket closes with 1008: the account may not stream. */
  | 'forbidden-later'

export interface TokenBehaviour {
  /** How long minting takes; the real service takes 800 to 1200. */
  readonly delayMs: number
  /** Given one after another before the endpoint behaves as usual. */
  readonly answers: readonly TokenAnswer[]
  /** Whether the last of `answers` is repeated for ever. */
  readonly repeatLast: boolean
  readonly shape: 'expires_in_seconds' | 'expires_at'
  /** Off: a token opens sessions until it expires, as measured. On: only one, as documented. */
  readonly singleUse: boolean
  /** Characters in a token. */
  readonly length: number
  /** Sent with every answer. */
  readonly headers: Readonly<Record<string, string>>
}

/** Answers one HTTP request. */
export type Answer = (
  status: number,
  body: unknown,
  headers?: Readonly<Record<string, string>>,
) => void

export type TokenAnswer =
  | { readonly kind: 'mint' }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  /** 200 with a text that may not be JSON. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: number }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Breaks the connection. */
  | { readonly kind: 'reset' }

export interface SessionBehaviour {
  readonly beginDelayMs: number
  /** From the upgrade to an Error, and from the Error to the close. */
  readonly errorDelayMs: number
  readonly closeDelayMs: number
  /** The length of one second in the service's rules (caps, inactivity, heartbeat). */
  readonly secondMs: number
  readonly heartbeatSeconds: number
  /** The longest session, in ms, if the token allows more; null for no such limit. */
  readonly longestMs: number | null
  /**
   * From Terminate to Termination: without an open turn, with one, and the extra time for speaker
   * labels.
   */
  readonly terminationMs: {
    readonly idle: number
    readonly open: number
    readonly speakers: number
  }
  /** `nothing`: Terminate is never answered. `close`: 1000 without a Termination. */
  readonly termination: 'usual' | 'nothing' | 'close'
  /** Begin.configuration.model, if it is not the requested model. */
  readonly model: string | null
  /** Successors that answer the names of retired models. */
  readonly routes: Readonly<Record<string, string>>
  /** Fields of the echo in Begin that are not what was requested. */
  readonly echo: Readonly<Record<string, unknown>>
  /** Models that are refused with 3006, for example names that no longer exist. */
  readonly refusedModels: readonly string[]
  /** How many seconds of sound may be ahead of the clock before 3007. */
  readonly lookAheadSeconds: number
  /** Sound is processed at most at this multiple of real time. */
  readonly processingRate: number
  /** New sessions in one minute, or null for no limit; free accounts have 5. */
  readonly newSessionsPerMinute: number | null
  /** The close code of that limit: the documentation names both. */
  readonly limitCode: 3009 | 1008
  /** What happens to the next connections, one after another, before they are served as usual. */
  readonly openings: readonly Opening[]
  readonly repeatLastOpening: boolean
  /** Faults that happen when a session has received this much sound. */
  readonly faults: readonly PlannedFault[]
}

export type Opening =
  | { readonly kind: 'usual' }
  /** 101, then an Error and its close. */
  | { readonly kind: 'error'; readonly code: number; readonly text: string }
  /** 101, then a close without an Error. */
  | { readonly kind: 'close'; readonly code: number }
  /** This status instead of a 101. */
  | { readonly kind: 'status'; readonly status: number }
  /** 101, then never a Begin. */
  | { readonly kind: 'no-begin' }
  /** Not even a 101. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'cut' }

export type Fault =
  | { readonly kind: 'error'; readonly code: number; readonly text: string }
  | { readonly kind: 'close'; readonly code: number }
  /** The connection breaks: 1006 at the other end. */
  | { readonly kind: 'cut' }
  /** The socket stays open and accepts everything, but sends nothing. */
  | { readonly kind: 'silence' }
  /** The socket stays open, but neither reads nor sends. */
  | { readonly kind: 'stall' }
  /** A message that the test chooses. */
  | { readonly kind: 'message'; readonly message: unknown }
  /** Exactly these bytes, one frame after another; a string is a text frame. */
  | { readonly kind: 'frames'; readonly frames: readonly (string | ArrayBuffer)[] }

export interface PlannedFault {
  /** Counts connections that got a Begin, from 0; `each` is all of them. */
  readonly session: number | 'each'
  readonly afterAudioMs: number
  readonly fault: Fault
}

export interface TurnBehaviour {
  readonly partialDelayMs: number
  readonly finalDelayMs: number
  /** From the raw final to the formatted one. */
  readonly formattedDelayMs: number
  /**
   * Universal-Streaming with format_turns: the raw and then the formatted final, or only the
   * second.
   */
  readonly finals: 'one' | 'two'
  /** Partials show a word that is still being said by its first digits. */
  readonly subWords: boolean
  /** Universal-Streaming: a message with `utterance` filled in comes before the turn ends. */
  readonly earlyUtterance: boolean
  /** Universal-Streaming ends with an extra final without words. */
  readonly emptyFinal: boolean
  /** Universal-Streaming loses the word that is being said when an end is forced. */
  readonly forcedEndDropsTail: boolean
  /** Pro: sound between two partials. */
  readonly proPartialEveryMs: number
  /** Pro: the longest turn, without and with speaker labels. */
  readonly proLongestTurnMs: number
  readonly proLongestTurnWithSpeakersMs: number
  /** The first word of a turn starts this much early and the last one ends 240 ms late, as measured. */
  readonly earlyStartMs: number
  readonly speakers: readonly string[]
  /** How sure the service is of the language of a turn, 0 to 1. */
  readonly languageConfidence: number
  /** A revision assigns each turn to the next speaker: at the end, or when the next turn ends. */
  readonly revisions: 'none' | 'at-end' | 'next-turn'
}

/** Pre-recorded audio: /v2/upload and /v2/transcript. */
export interface TranscriptBehaviour {
  /** How long a transcript takes. */
  readonly processingMs: number
  /** Given one after another to requests of this kind before they are served as usual. */
  readonly answers: readonly {
    readonly to: 'upload' | 'create' | 'poll' | 'delete' | 'list'
    /** `lost`: the request is served, and the connection breaks before the answer. */
    readonly answer: Exclude<TokenAnswer, { kind: 'mint' }> | { readonly kind: 'lost' }
  }[]
  /** Languages that only the older of the models for recorded audio supports. */
  readonly languagesOfOlder: readonly string[]
  /** If not null, every transcript ends with this error. */
  readonly error: string | null
}

/** Chat completions: /v1/models and /v1/chat/completions. */
export interface ChatBehaviour {
  readonly models: readonly string[]
  /** Given one after another before the model behaves as usual. */
  readonly answers: readonly ChatAnswer[]
  readonly repeatLast: boolean
  /** Between two pieces of a stream. */
  readonly pieceMs: number
}

export type ChatAnswer =
  /** Minutes of the transcript in the sections that were asked for. */
  | { readonly kind: 'minutes' }
  | { readonly kind: 'text'; readonly text: string }
  /** Follows an instruction that somebody said in the meeting. */
  | { readonly kind: 'obedient' }
  /** A server that does not stream. */
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'status'; readonly status: number; readonly body?: unknown }
  | { readonly kind: 'redirect'; readonly location: string }
  /** 200 with exactly this body. */
  | { readonly kind: 'bytes'; readonly bytes: string; readonly type?: string }
  /** The connection breaks after this text. */
  | { readonly kind: 'cut'; readonly text: string }
  /** The stream ends after this text as if it were complete, without saying so. */
  | { readonly kind: 'early-end'; readonly text: string }
  /** This text again and again, without end. */
  | { readonly kind: 'endless'; readonly text: string }
  | { readonly kind: 'hang' }

export type BehaviourPatch = { readonly [Section in keyof Behaviour]?: Partial<Behaviour[Section]> }

export const defaultBehaviour: Behaviour = {
  token: {
    delayMs: 0,
    answers: [],
    repeatLast: false,
    shape: 'expires_in_seconds',
    singleUse: false,
    length: 2_583,
    headers: {},
  },
  keys: {},
  unknownKeys: 'rejected',
  session: {
    beginDelayMs: 20,
    errorDelayMs: 8,
    closeDelayMs: 180,
    secondMs: 1_000,
    heartbeatSeconds: 5,
    longestMs: null,
    terminationMs: { idle: 600, open: 1_200, speakers: 400 },
    termination: 'usual',
    model: null,
    routes: {},
    echo: {},
    refusedModels: [],
    lookAheadSeconds: 310,
    processingRate: 1.25,
    newSessionsPerMinute: null,
    limitCode: 3009,
    openings: [],
    repeatLastOpening: false,
    faults: [],
  },
  turns: {
    partialDelayMs: 120,
    finalDelayMs: 250,
    formattedDelayMs: 80,
    finals: 'two',
    subWords: true,
    earlyUtterance: false,
    emptyFinal: true,
    forcedEndDropsTail: true,
    proPartialEveryMs: 1_000,
    proLongestTurnMs: 60_000,
    proLongestTurnWithSpeakersMs: 10_000,
    earlyStartMs: 0,
    speakers: ['A', 'B'],
    languageConfidence: 0.98,
    revisions: 'none',
  },
  transcripts: { processingMs: 300, answers: [], languagesOfOlder: [], error: null },
  chat: { models: ['small-model', 'large-model'], answers: [], repeatLast: false, pieceMs: 0 },
}

/** The behaviour with these changes. */
export function mergeBehaviour(behaviour: Behaviour, patch: BehaviourPatch): Behaviour {
  return {
    token: { ...behaviour.token, ...patch.token },
    keys: { ...behaviour.keys, ...(patch.keys as Behaviour['keys'] | undefined) },
    unknownKeys: patch.unknownKeys ?? behaviour.unknownKeys,
    session: { ...behaviour.session, ...patch.session },
    turns: { ...behaviour.turns, ...patch.turns },
    transcripts: { ...behaviour.transcripts, ...patch.transcripts },
    chat: { ...behaviour.chat, ...patch.chat },
  }
}

/** A 429 as the service sends it; `retryAfter` is in seconds or a date. */
export function tooManyRequests(headers: Readonly<Record<string, string>> = {}): TokenAnswer {
  return { kind: 'status', status: 429, body: { error: 'Too Many Requests' }, headers }
}
