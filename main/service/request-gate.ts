import { monotonicNow, wallNow } from '../../common/clock'
import type { RateLimit } from '../../common/model'
import type { HttpClient } from './http'
import { noRateLimit, rateLimitOf } from './rate-limit'

/** Thrown instead of sending a request that the service asked to wait for. */
export class RequestHeldBack extends Error {
  readonly rateLimit: RateLimit

  constructor(retryAfterSeconds: number) {
    super(`The service asked for no request for ${retryAfterSeconds} s`)
    this.rateLimit = { ...noRateLimit, retryAfterSeconds }
  }
}

export interface RequestGateOptions {
  readonly http: HttpClient
  /** A clock that nobody can set, in ms. */
  readonly now?: () => number
  /** Milliseconds since 1970, for headers with a date. */
  readonly wallClock?: () => number
}

/**
 * Wraps an HTTP client so that `Retry-After`, `X-RateLimit-Reset` and `Remaining: 0` bind all
 * requests of the app with the same key: tokens of every source, Test, Try a token and jobs. A
 * request before that time is not sent; the client rejects with `RequestHeldBack`. Limits belong to
 * the account, so another key is not affected.
 */
export function createRequestGate(options: RequestGateOptions): HttpClient {
  const { http, now = monotonicNow, wallClock = wallNow } = options
  const notBefore = new Map<string, number>()

  return async (request) => {
    const key = request.headers['Authorization'] ?? ''
    const waitMs = (notBefore.get(key) ?? -Infinity) - now()
    if (waitMs > 0) throw new RequestHeldBack(Math.ceil(waitMs / 1_000))
    const answer = await http(request)
    const { retryAfterSeconds } = rateLimitOf(answer, wallClock())
    if (retryAfterSeconds !== null) {
      notBefore.set(key, Math.max(notBefore.get(key) ?? 0, now() + retryAfterSeconds * 1_000))
    }
    return answer
  }
}
