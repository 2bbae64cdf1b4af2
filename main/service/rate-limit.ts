import type { RateLimit } from '../../preload/model'
import type { HttpAnswer } from './http'

export const noRateLimit: RateLimit = { limit: null, remaining: null, retryAfterSeconds: null }

/**
 * The limits that an answer tells of. `Retry-After` has seconds or an HTTP date; `X-RateLimit-Reset`
 * has seconds to wait or a time since 1970, and counts only where there is nothing left.
 */
export function rateLimitOf({ status, headers }: HttpAnswer, now: number): RateLimit {
  const limit = numberIn(headers['x-ratelimit-limit'])
  const remaining = numberIn(headers['x-ratelimit-remaining'])
  const exhausted = status === 429 || remaining === 0
  const reset = exhausted ? secondsUntilReset(headers['x-ratelimit-reset'], now) : null
  return {
    limit,
    remaining,
    retryAfterSeconds: secondsToWait(headers['retry-after'], now) ?? reset,
  }
}

/** The first number of a header such as `5` or `5, 5;w=60`, or null. */
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
