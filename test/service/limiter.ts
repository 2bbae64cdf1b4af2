/** Counts new sessions in the last minute. */
export interface SessionLimiter {
  /** Returns true, and counts the session, if one more may start now. */
  admit(limit: number | null): boolean
}

const minuteMs = 60_000

export function createSessionLimiter(now: () => number = Date.now): SessionLimiter {
  let starts: number[] = []
  return {
    admit(limit) {
      const at = now()
      starts = starts.filter((start) => at - start < minuteMs)
      if (limit !== null && starts.length >= limit) return false
      starts.push(at)
      return true
    },
  }
}
