/** How the simulator behaves. Every behaviour and every fault has its knob; all times are ms. */
export interface Knobs {
  readonly token: TokenKnobs
  /** What each API key is worth. */
  readonly keys: Readonly<Record<string, KeyState>>
  readonly unknownKeys: KeyState
  readonly session: SessionKnobs
  readonly turns: TurnKnobs
  readonly transcripts: TranscriptKnobs
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

export interface TokenKnobs {
  /** How long minting takes; the real service takes 800 to 1200. */
  readonly delayMs: number
  /** Given one after the other before the endpoint behaves as usual. */
  readonly answers: readonly TokenAnswer[]
  /** Whether the last of `answers` stays for ever. */
  readonly repeatLast: boolean
  readonly shape: 'expires_in_seconds' | 'expires_at'
  /** Off, a token opens sessions until it expires, as was measured; on, only one, as is documented. */
  readonly singleUse: boolean
  /** Characters in a token. */
  readonly length: number
  /** Sent with every answer. */
  readonly headers: Readonly<Record<string, string>>
}

export type TokenAnswer =
  | { readonly kind: 'mint' }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  /** 200 with a text that need not be JSON. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: number }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Breaks the connection. */
  | { readonly kind: 'reset' }

export interface SessionKnobs {
  readonly beginDelayMs: number
  /** From the upgrade to an Error, and from the Error to the close. */
  readonly errorDelayMs: number
  readonly closeDelayMs: number
  /** One second of the service's own rules (caps, inactivity, heartbeat). */
  readonly secondMs: number
  readonly heartbeatSeconds: number
  /** How long a session lasts at most, in ms, where the token allows more; null for no such limit. */
  readonly longestMs: number | null
  /** From Terminate to Termination: nothing being said, a turn open, and the extra time of speaker labels. */
  readonly terminationMs: {
    readonly idle: number
    readonly open: number
    readonly speakers: number
  }
  /** `nothing`: Terminate is never answered. `close`: 1000 without a Termination. */
  readonly termination: 'usual' | 'nothing' | 'close'
  /** Begin.configuration.model, where it is not the model that was asked for. */
  readonly model: string | null
  /** How many seconds of sound may be ahead of the clock before 3007. */
  readonly lookAheadSeconds: number
  /** Sound is worked through at most at this multiple of real time. */
  readonly processingRate: number
  /** New sessions in one minute, or null for no limit; free accounts have 5. */
  readonly newSessionsPerMinute: number | null
  /** The close code of that limit: documentation names both. */
  readonly limitCode: 3009 | 1008
  /** What happens to the next connections, one after the other, before they are served as usual. */
  readonly openings: readonly Opening[]
  readonly repeatLastOpening: boolean
  /** Faults that strike by themselves once a session received this much sound. */
  readonly strikes: readonly Strike[]
}

export type Opening =
  | { readonly kind: 'usual' }
  /** 101, then an Error and its close. */
  | { readonly kind: 'error'; readonly code: number; readonly text: string }
  /** 101, then a close without an Error. */
  | { readonly kind: 'close'; readonly code: number }
  /** No 101 but this status. */
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
  /** The socket stays open and takes everything, and nothing is said any more. */
  | { readonly kind: 'silence' }
  /** The socket stays open and nothing is even read. */
  | { readonly kind: 'stall' }
  /** A message of the test's own making. */
  | { readonly kind: 'message'; readonly message: unknown }
  /** These very bytes, one frame after the other; a text is a text frame. */
  | { readonly kind: 'frames'; readonly frames: readonly (string | ArrayBuffer)[] }

export interface Strike {
  /** Counts connections that got a Begin, from 0; `each` is all of them. */
  readonly session: number | 'each'
  readonly afterAudioMs: number
  readonly fault: Fault
}

export interface TurnKnobs {
  readonly partialDelayMs: number
  readonly finalDelayMs: number
  /** From the raw final to the formatted one. */
  readonly formattedDelayMs: number
  /** Universal-Streaming with format_turns: the raw and then the formatted final, or only the latter. */
  readonly finals: 'one' | 'two'
  /** Words that are still being said stand in partials by their first digits. */
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
  /** The first word of a turn starts this much early, the last one ends 240 ms late, as was measured. */
  readonly earlyStartMs: number
  readonly speakers: readonly string[]
  /** A revision gives each turn to the next speaker of the list: at the end, or as the next turn ends. */
  readonly revisions: 'none' | 'at-end' | 'next-turn'
}

/** Pre-recorded sound: /v2/upload and /v2/transcript. */
export interface TranscriptKnobs {
  /** How long a transcript takes. */
  readonly processingMs: number
  /** Given one after the other to requests of this kind before they are served as usual. */
  readonly answers: readonly {
    readonly to: 'upload' | 'create' | 'poll' | 'delete'
    readonly answer: Exclude<TokenAnswer, { kind: 'mint' }>
  }[]
  /** Every transcript ends with this error, where it is not null. */
  readonly error: string | null
}

export type KnobsPatch = { readonly [Section in keyof Knobs]?: Partial<Knobs[Section]> }

export const defaultKnobs: Knobs = {
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
    lookAheadSeconds: 310,
    processingRate: 1.25,
    newSessionsPerMinute: null,
    limitCode: 3009,
    openings: [],
    repeatLastOpening: false,
    strikes: [],
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
    revisions: 'none',
  },
  transcripts: { processingMs: 300, answers: [], error: null },
}

/** The knobs with some of them turned. */
export function turnKnobs(knobs: Knobs, patch: KnobsPatch): Knobs {
  return {
    token: { ...knobs.token, ...patch.token },
    keys: { ...knobs.keys, ...(patch.keys as Knobs['keys'] | undefined) },
    unknownKeys: patch.unknownKeys ?? knobs.unknownKeys,
    session: { ...knobs.session, ...patch.session },
    turns: { ...knobs.turns, ...patch.turns },
    transcripts: { ...knobs.transcripts, ...patch.transcripts },
  }
}

/** A 429 as the service sends it; `retryAfter` is in seconds or a date. */
export function tooManyRequests(headers: Readonly<Record<string, string>> = {}): TokenAnswer {
  return { kind: 'status', status: 429, body: { error: 'Too Many Requests' }, headers }
}
