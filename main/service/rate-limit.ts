import type { RateLimit } from '../../common/model'
import type { HttpAnswer } from './http'

export const noRateLimit: RateLimit = {
  limit: null,
  remaining: null,
  retryAfterSeconds: null,
  resetSeconds: null,
}

/**
 * Parses the rate-limit headers of an answer. `Retry-After` has seconds or an HTTP date;
 * `X-RateLimit-Reset` has seconds to wait or a time since 1970, and is waited for only at 429 or 0 left.
 * Dates are compared with the answer's own `Date`, since the clock of this computer can be wrong;
 * `wallMs` (ms since 1970) counts without one.
 */
export function rateLimitOf({ status, headers }: HttpAnswer, wallMs: number): RateLimit {
  const now = Date.parse(headers['date'] ?? '') || wallMs
  const limit = numberIn(headers['x-ratelimit-limit'])
  const remaining = numberIn(headers['x-ratelimit-remaining'])
  const exhausted = status === 429 || remaining === 0
  const resetSeconds = secondsUntilReset(headers['x-ratelimit-reset'], now)
  return {
    limit,
    remaining,
    retryAfterSeconds:
      secondsToWait(headers['retry-after'], now) ?? (exhausted ? resetSeconds : null),
    resetSeconds,
  }
}

/** Returns the first number of a header such as `5` or `5, 5;w=60`, or null. */
function numberIn(header: string | undefined): number | null {
  const match = /^\s*(\d{1,15}(?:\.\d+)?)\s*(?:[,;]|$)/.exec(header ?? '')
  return match ? Number(match[1]) : null
}

function secondsToWait(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return numberIn(header)
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : secondsBetween(now, date)
}

function secondsUntilReset(header: string | undefined, now: number): number | null {
  const value = numberIn(header)
  if (value === null) return header === undefined ? null : secondsToWait(header, now)
  if (value > 1e12) return secondsBetween(now, value)
  if (value > 1e9) return secondsBetween(now, value * 1000)
  return value
}

function secondsBetween(now: number, then: number): number {
  return Math.max(0, Math.ceil((then - now) / 1000))
}
