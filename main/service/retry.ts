import { mayPass, type ErrorValue, type Result } from '../../preload/errors'
import type { RateLimit } from '../../preload/model'

const firstCeilingMs = 500
const lastCeilingMs = 30_000

/**
 * How long to wait before try number `tries` + 1: a random part ("full jitter") of a ceiling that
 * doubles from 0.5 s to 30 s. A wait that the service asks for is kept whole, with the jitter on
 * top, so that many clients do not come back in the same moment.
 */
export function waitBeforeRetry(
  tries: number,
  retryAfterSeconds: number | null,
  random: () => number,
): number {
  const ceiling = Math.min(lastCeilingMs, firstCeilingMs * 2 ** Math.min(tries - 1, 16))
  const asked = (retryAfterSeconds ?? 0) * 1000
  return Math.round(asked + random() * (asked > 0 ? firstCeilingMs : ceiling))
}

export interface RetryOptions {
  /** The recording's life: no try is made and no wait goes on after it. */
  readonly signal: AbortSignal
  readonly sleep: Sleep
  readonly random: () => number
  /** Told before each wait, so that people see why there is no text yet. */
  readonly onWait?: ((error: ErrorValue, waitMs: number) => void) | undefined
}

/** Ends after this time, or at once when the signal is aborted; never rejects. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

/** What one try came to, and what the service said about its limits. */
export interface Attempt<T> {
  readonly result: Result<T>
  readonly rateLimit: RateLimit
}

/** Tries until a success, an error that does not pass by itself, or the end of the signal. */
export async function withRetries<T>(
  attempt: () => Promise<Attempt<T>>,
  { signal, sleep, random, onWait }: RetryOptions,
): Promise<Result<T>> {
  for (let tries = 1; ; tries += 1) {
    const { result, rateLimit } = await attempt()
    if (result.ok || !mayPass(result.error) || signal.aborted) return result
    const waitMs = waitBeforeRetry(tries, rateLimit.retryAfterSeconds, random)
    onWait?.(result.error, waitMs)
    await sleep(waitMs, signal)
    if (signal.aborted) return result
  }
}

/** A `Sleep` on this computer's timer. */
export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    // Node fires at once for more than 31 bits of milliseconds.
    const timer = setTimeout(end, Math.min(ms, 2 ** 31 - 1))
    signal.addEventListener('abort', end, { once: true })
  })
