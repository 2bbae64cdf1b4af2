/** The time line of one recording: the time since the press of Record, without its pauses. */
export interface MeetingClock {
  /** Whole ms on the time line now. It does not advance during a pause or after the end. */
  elapsedMs(): number
  /**
   * Zero of the time line, in ms of the clock given: the press of Record plus all pauses, less all
   * sleep.
   */
  readonly zeroAt: number
  readonly paused: boolean
  readonly ended: boolean
  pause(): void
  resume(): void
  /** The computer was asleep this long while the given clock was stopped, in ms. */
  slept(ms: number): void
  end(): void
}

/** Starts at zero now. `now` returns ms of a monotonic clock. */
export function createClock(now: () => number): MeetingClock {
  let zeroAt = now()
  let stoppedAtMs: number | null = null
  let paused = false
  let ended = false

  const elapsedMs = () => stoppedAtMs ?? Math.max(0, Math.round(now() - zeroAt))

  return {
    elapsedMs,
    get zeroAt() {
      return zeroAt
    },
    get paused() {
      return paused
    },
    get ended() {
      return ended
    },
    pause: () => {
      if (ended) return
      stoppedAtMs = elapsedMs()
      paused = true
    },
    resume: () => {
      if (ended || stoppedAtMs === null) return
      zeroAt = now() - stoppedAtMs
      stoppedAtMs = null
      paused = false
    },
    slept: (ms) => {
      if (stoppedAtMs === null) zeroAt -= ms
    },
    end: () => {
      stoppedAtMs = elapsedMs()
      ended = true
    },
  }
}
