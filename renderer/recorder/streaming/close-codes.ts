import { type ErrorCode, type ErrorValue, errorValue, mayPass } from '../../../common/errors'
import { truncate } from './truncate'

/**
 * What to do after a session has ended:
 * `done` nothing; `retry` a new session after a back-off; `re-mint` a new session at once, because
 * the token was too old; `wait` a new session after a minute; `rotate` a new session at once,
 * because this one reached its time limit; `stop` no new session, because it would end the same way.
 */
export type CloseAction = 'done' | 'retry' | 're-mint' | 'wait' | 'rotate' | 'stop'

/** How a session ended: the close code, or what this side found. */
export type CloseCause =
  | number
  | 'terminated'
  | 'begin-timeout'
  | 'silent'
  | 'unreachable'
  | 'blocked'

export interface CloseReason {
  readonly cause: CloseCause
  /** The text of the Error frame, or else the close reason. */
  readonly text: string
}

export interface CloseRow {
  readonly cause: CloseCause | 'any'
  readonly text: RegExp | null
  readonly action: CloseAction
  readonly error: ErrorCode | null
  /** The sound itself was the problem: the next session starts with what is said now. */
  readonly dropsAudio?: true
}

/** A service can send a long text about a failure; this much of it is kept. */
const longestDetail = 1_000

/** The first row that fits applies. The code of an Error frame and the close code are the same. */
export const closeRows: readonly CloseRow[] = [
  { cause: 'terminated', text: null, action: 'done', error: null },
  { cause: 'begin-timeout', text: null, action: 'retry', error: 'begin-timeout' },
  { cause: 'silent', text: null, action: 'retry', error: 'session-lost' },
  { cause: 'unreachable', text: null, action: 'retry', error: 'connection-failed' },
  // The same host has just given a token.
  { cause: 'blocked', text: null, action: 'retry', error: 'socket-blocked' },
  // The limit of new sessions: documented as 1008, measured as 3009.
  { cause: 'any', text: /too many concurrent sessions/i, action: 'wait', error: 'rate-limited' },
  { cause: 3009, text: null, action: 'wait', error: 'rate-limited' },
  { cause: 1008, text: /signature has expired/i, action: 're-mint', error: 'session-lost' },
  {
    cause: 1008,
    text: /invalid api key|missing authorization/i,
    action: 'stop',
    error: 'key-rejected',
  },
  {
    cause: 1008,
    text: /balance|insufficient|funds|credit|payment|billing/i,
    action: 'stop',
    error: 'payment-required',
  },
  {
    cause: 1008,
    text: /permission|not (allowed|authorized)|forbidden|does not have access/i,
    action: 'stop',
    error: 'key-forbidden',
  },
  { cause: 1008, text: null, action: 'stop', error: 'session-refused' },
  { cause: 3006, text: /inactivity/i, action: 'retry', error: 'session-lost' },
  // Before any Begin; session-opener tries the default model once.
  { cause: 3006, text: /'speech_model'/i, action: 'stop', error: 'model-refused' },
  { cause: 3006, text: null, action: 'stop', error: 'session-bad-input' },
  { cause: 3007, text: null, action: 'retry', error: 'session-lost', dropsAudio: true },
  { cause: 1009, text: null, action: 'retry', error: 'session-lost', dropsAudio: true },
  { cause: 3008, text: null, action: 'rotate', error: null },
  { cause: 3005, text: null, action: 'retry', error: 'service-unavailable' },
  { cause: 1011, text: null, action: 'retry', error: 'service-unavailable' },
  { cause: 1012, text: null, action: 'retry', error: 'service-unavailable' },
  { cause: 1013, text: null, action: 'retry', error: 'service-unavailable' },
  // 1006 and all others: the network failed, or the server is going away.
  { cause: 'any', text: null, action: 'retry', error: 'session-lost' },
]

export interface CloseVerdict {
  readonly action: CloseAction
  readonly error: ErrorValue | null
  readonly dropsAudio: boolean
}

/** Decides what to do after a session has ended. */
export function judgeClose({ cause, text }: CloseReason): CloseVerdict {
  const row = closeRows.find(
    (candidate) =>
      (candidate.cause === 'any' || candidate.cause === cause) &&
      (candidate.text === null || candidate.text.test(text)),
  )
  const detail = truncate([cause, text].join(' ').trim(), longestDetail)
  return {
    action: row?.action ?? 'retry',
    error: row?.error ? errorValue(row.error, detail) : null,
    dropsAudio: row?.dropsAudio ?? false,
  }
}

/** Decides what to do if main has no token. */
export function judgeTokenError(error: ErrorValue): CloseVerdict {
  // These two can pass too: main restarts the engine, and a bug may affect one call only.
  const isPassing = mayPass(error) || error.code === 'engine-failed' || error.code === 'internal'
  const action = error.code === 'rate-limited' ? 'wait' : isPassing ? 'retry' : 'stop'
  return { action, error, dropsAudio: false }
}
