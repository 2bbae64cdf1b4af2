import { backoffMs } from '../../common/backoff'
import { mayPass, type ErrorCode, type ErrorValue } from '../../common/errors'

/** Growing waits after failures, by name: an engine, a key, the library, or one gap. */
export interface Backoff {
  /** Records a failure; `permanent` failures only end with a person's action or the next start. */
  failed(name: string, error: ErrorValue, permanent: boolean): void
  succeeded(name: string): void
  /** Shortens the waits after failures of the network. */
  networkBack(): void
  /** Ends the waits after failures of a key. */
  keysChanged(): void
  /** Returns the remaining wait in ms; Infinity if it is given up until the next start. */
  waitMs(name: string): number
  /** The last failure, or null after a success. */
  errorOf(name: string): ErrorValue | null
}

export interface BackoffOptions {
  readonly now: () => number
  readonly random: () => number
  readonly firstMs: number
  readonly longestMs: number
}

interface Wait {
  readonly tries: number
  readonly failedAt: number
  readonly error: ErrorValue
  until: number
}

/** A gap with a permanent failure is tried at most this often until the next start. */
const mostPermanent = 5
/** Waits that the service asked for, or that give it time, do not depend on the network. */
const ofService: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'rate-limited',
  'service-unavailable',
])
const isOfKey = (code: ErrorCode) =>
  code === 'no-key' || code === 'payment-required' || code.startsWith('key')

/** Nothing but `networkBack` and `keysChanged` shortens a wait, whatever else happens. */
export function createBackoff({ now, random, firstMs, longestMs }: BackoffOptions): Backoff {
  const waits = new Map<string, Wait>()
  return {
    failed(name, error, permanent) {
      const tries = (waits.get(name)?.tries ?? 0) + 1
      const givenUp = permanent && tries >= mostPermanent
      const waitMs = backoffMs(tries, { random, firstMs, longestMs, jitter: 0.25 })
      const until = givenUp ? Infinity : now() + waitMs
      waits.set(name, { tries, failedAt: now(), error, until })
    },
    succeeded: (name) => void waits.delete(name),
    networkBack() {
      for (const wait of waits.values()) {
        const ofNetwork = mayPass(wait.error) && !ofService.has(wait.error.code)
        if (ofNetwork) wait.until = Math.min(wait.until, wait.failedAt + firstMs)
      }
    },
    keysChanged() {
      for (const wait of waits.values()) if (isOfKey(wait.error.code)) wait.until = now()
    },
    errorOf: (name) => waits.get(name)?.error ?? null,
    waitMs: (name) => Math.max(0, (waits.get(name)?.until ?? -Infinity) - now()),
  }
}
