/** How long to wait after failures in a row. */
export interface BackoffOptions {
  /** Returns a number from 0 up to, but not including, 1; `Math.random` by default. */
  readonly random?: () => number
  /** The longest wait after the first failure, in ms; it doubles with each further failure. */
  readonly firstMs?: number
  /** The wait never exceeds this, in ms. */
  readonly longestMs?: number
  /**
   * The random share of the wait. 1 ("full jitter"): anything from 0 to the ceiling, so that many
   * clients do not come back in the same moment. 0: exactly the ceiling.
   */
  readonly jitter?: number
}

/** Beyond this the ceiling is reached anyway; it keeps the power a finite number. */
const mostDoublings = 30

/** Returns the wait in whole ms after `failures` failures in a row (1 is the first). */
export function backoffMs(
  failures: number,
  { random = Math.random, firstMs = 500, longestMs = 30_000, jitter = 1 }: BackoffOptions = {},
): number {
  const doublings = Math.min(Math.max(0, failures - 1), mostDoublings)
  const ceiling = Math.min(longestMs, firstMs * 2 ** doublings)
  return Math.round(ceiling * (1 - jitter * (1 - random())))
}
