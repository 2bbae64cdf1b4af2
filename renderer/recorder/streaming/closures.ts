import type { ErrorCode, ErrorValue } from '../../../preload/errors'
import { errorValue, mayPass } from '../../../preload/errors'
import { shorten } from './shorten'

/**
 * What to do when a session is over:
 * `done` nothing; `retry` a new session after a back-off; `re-mint` a new session at once, for the
 * token was too old; `wait` a new session after a minute; `rotate` a new session at once, for this
 * one had its time; `stop` no new session, since it would end the same way.
 */
export type ClosureAction = 'done' | 'retry' | 're-mint' | 'wait' | 'rotate' | 'stop'

/** How a session ended: the close code, or what this side found. */
export type ClosureCause = number | 'terminated' | 'begin-timeout' | 'silent' | 'unreachable'

export interface Closure {
  readonly cause: ClosureCause
  /** The Error frame's text, or else the close reason. */
  readonly text: string
}

export interface ClosureRow {
  readonly cause: ClosureCause | 'any'
  readonly text: RegExp | null
  readonly action: ClosureAction
  readonly error: ErrorCode | null
  /** The kept audio itself was the trouble: the next session begins with what is said now. */
  readonly forgetAudio?: true
}

/** A service may say a lot about a failure; this much of it is kept. */
const longestDetail = 1_000

/** The first row that fits is the one. The Error frame's code and the close code are the same. */
export const closureRows: readonly ClosureRow[] = [
  { cause: 'terminated', text: null, action: 'done', error: null },
  { cause: 'begin-timeout', text: null, action: 'retry', error: 'begin-timeout' },
  { cause: 'silent', text: null, action: 'retry', error: 'session-lost' },
  { cause: 'unreachable', text: null, action: 'retry', error: 'connection-failed' },
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
  { cause: 1008, text: null, action: 'stop', error: 'session-refused' },
  { cause: 3006, text: /inactivity/i, action: 'retry', error: 'session-lost' },
  { cause: 3006, text: null, action: 'stop', error: 'session-bad-input' },
  { cause: 3007, text: null, action: 'retry', error: 'session-lost', forgetAudio: true },
  { cause: 1009, text: null, action: 'retry', error: 'session-lost', forgetAudio: true },
  { cause: 3008, text: null, action: 'rotate', error: null },
  { cause: 3005, text: null, action: 'retry', error: 'service-unavailable' },
  { cause: 1011, text: null, action: 'retry', error: 'service-unavailable' },
  { cause: 1012, text: null, action: 'retry', error: 'service-unavailable' },
  { cause: 1013, text: null, action: 'retry', error: 'service-unavailable' },
  // 1006 and whatever else there may be: the network, or a server that goes away.
  { cause: 'any', text: null, action: 'retry', error: 'session-lost' },
]

export interface ClosureVerdict {
  readonly action: ClosureAction
  readonly error: ErrorValue | null
  readonly forgetAudio: boolean
}

export function judgeClosure({ cause, text }: Closure): ClosureVerdict {
  const row = closureRows.find(
    (candidate) =>
      (candidate.cause === 'any' || candidate.cause === cause) &&
      (candidate.text === null || candidate.text.test(text)),
  )
  const detail = shorten([cause, text].join(' ').trim(), longestDetail)
  return {
    action: row?.action ?? 'retry',
    error: row?.error ? errorValue(row.error, detail) : null,
    forgetAudio: row?.forgetAudio ?? false,
  }
}

/** What to do where main has no token to give. */
export function judgeGrantError(error: ErrorValue): ClosureVerdict {
  // These two pass as well: main starts the engine again, and a bug may hit one call alone.
  const passing = mayPass(error) || error.code === 'engine-failed' || error.code === 'internal'
  const action = error.code === 'rate-limited' ? 'wait' : passing ? 'retry' : 'stop'
  return { action, error, forgetAudio: false }
}
