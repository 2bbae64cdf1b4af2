import { backoffMs } from './backoff'
import type { ClosureAction } from './closures'

/** Tries in a row without a session before live text is called offline. */
export const triesBeforeOffline = 3
/** A session that lasted this long, or gave a final, was a connection; else it is a failed try. */
const lastingMs = 5_000
/** How often it is tried while offline. */
export const slowTryMs = 30_000
/** New sessions are counted by the minute. */
const rateWindowMs = 60_000
const jitterMs = 5_000

/** How many tries have failed after one more ending; `lastedMs` is null where there was no Begin. */
export function failedTries(before: number, lastedMs: number | null, gaveFinal: boolean): number {
  return gaveFinal || (lastedMs !== null && lastedMs >= lastingMs) ? 0 : before + 1
}

export type NextTry =
  | { readonly again: false }
  | { readonly again: true; readonly delayMs: number; readonly offline: boolean }

/** When to try next. `failed` counts the tries in a row that came to nothing. */
export function nextTry(action: ClosureAction, failed: number, random: () => number): NextTry {
  if (action === 'stop' || action === 'done') return { again: false }
  if (action === 'wait') {
    return { again: true, delayMs: rateWindowMs + random() * jitterMs, offline: true }
  }
  if (failed >= triesBeforeOffline) {
    return { again: true, delayMs: slowTryMs + random() * jitterMs, offline: true }
  }
  const atOnce = action === 'rotate' || (action === 're-mint' && failed <= 1)
  return { again: true, delayMs: atOnce ? 0 : backoffMs(failed, random), offline: false }
}
