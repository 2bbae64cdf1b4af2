import { backoffMs } from '../../../common/backoff'
import type { CloseAction } from './close-codes'

/** After this many tries in a row without a session, live text is offline. */
const triesBeforeOffline = 4
/** A connection that breaks is opened again within this time; a server may break many at once. */
const firstTryMs = 100
/** A session that lasted this long, or gave a final, was a connection; else it is a failed try. */
const lastingMs = 5_000
/** How often to try while offline. */
export const slowTryMs = 30_000
/** The service limits new sessions per minute. */
const rateWindowMs = 60_000
const jitterMs = 5_000

/** Counts failed tries after one more ending. `lastedMs` is null if there was no Begin. */
export function failedTries(before: number, lastedMs: number | null, gaveFinal: boolean): number {
  return gaveFinal || (lastedMs !== null && lastedMs >= lastingMs) ? 0 : before + 1
}

export type NextTry =
  | { readonly again: false }
  | { readonly again: true; readonly delayMs: number; readonly offline: boolean }

/** Decides when to try next. `failed` counts the failed tries in a row. */
export function nextTry(action: CloseAction, failed: number, random: () => number): NextTry {
  if (action === 'stop' || action === 'done') return { again: false }
  if (action === 'wait') {
    return { again: true, delayMs: rateWindowMs + random() * jitterMs, offline: true }
  }
  if (failed >= triesBeforeOffline) {
    return { again: true, delayMs: slowTryMs + random() * jitterMs, offline: true }
  }
  if (failed === 0 && action === 'retry') {
    return { again: true, delayMs: Math.round(random() * firstTryMs), offline: false }
  }
  const atOnce = action === 'rotate' || (action === 're-mint' && failed <= 1)
  return { again: true, delayMs: atOnce ? 0 : backoffMs(failed, { random }), offline: false }
}
