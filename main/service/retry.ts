import { backoffMs } from '../../common/backoff'
import { mayPass, type ErrorCode, type ErrorValue, type Result } from '../../common/errors'
import type { RateLimit } from '../../common/model'

/** The largest random part that is added to a wait that the service asks for, in ms. */
const jitterMs = 500

/** A network that is away may be back at any moment, and a try costs nothing but its packets. */
const longestOfflineMs = 1_000
const offlineCodes: ReadonlySet<ErrorCode> = new Set(['offline', 'dns-failed', 'connection-failed'])

/**
 * Returns the wait in ms before attempt number `tries` + 1: the common back-off with full jitter, and
 * at most a second after an error that says that nothing can be reached. A wait that the service asks
 * for is kept in full, with a random part on top, so that many clients do not return at the same
 * moment.
 */
export function waitBeforeRetry(
  tries: number,
  retryAfterSeconds: number | null,
  { random, error }: { readonly random: () => number; readonly error?: ErrorValue },
): number {
  if (retryAfterSeconds !== null && retryAfterSeconds > 0) {
    return Math.round(retryAfterSeconds * 1_000 + random() * jitterMs)
  }
  const isOffline = error !== undefined && offlineCodes.has(error.code)
  return backoffMs(tries, { random, ...(isOffline && { longestMs: longestOfflineMs }) })
}

export interface RetryOptions {
  /** Aborted when the recording ends: no attempt and no wait continues after it. */
  readonly signal: AbortSignal
  readonly sleep: Sleep
  readonly random: () => number
  /** Called before each wait, so that the window can show why there is no text yet. */
  readonly onWait?: ((error: ErrorValue, waitMs: number) => void) | undefined
}

/** Resolves after this time, or as soon as the signal is aborted; never rejects. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

/** The result of one attempt, and the rate limit of its answer. */
export interface Attempt<T> {
  readonly result: Result<T>
  readonly rateLimit: RateLimit
}

/** Retries until a success, an error that does not pass without action, or an abort. */
export async function withRetries<T>(
  attempt: () => Promise<Attempt<T>>,
  { signal, sleep, random, onWait }: RetryOptions,
): Promise<Result<T>> {
  for (let tries = 1; ; tries += 1) {
    const { result, rateLimit } = await attempt()
    if (result.ok || !mayPass(result.error) || signal.aborted) return result
    const waitMs = waitBeforeRetry(tries, rateLimit.retryAfterSeconds, {
      random,
      error: result.error,
    })
    onWait?.(result.error, waitMs)
    await sleep(waitMs, signal)
    if (signal.aborted) return result
  }
}

/** A `Sleep` with a real timer. */
export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    // Node fires at once if the delay exceeds 31 bits.
    const timer = setTimeout(end, Math.min(ms, 2 ** 31 - 1))
    signal.addEventListener('abort', end, { once: true })
  })
