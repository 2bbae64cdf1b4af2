/** The time line of one recording: the time since the press of Record, without its pauses. */
export interface MeetingClock {
  /** Milliseconds on the time line now; stands still in a pause and after the end. */
  elapsedMs(): number
  /** Zero of the time line, ms since 1970: the press of Record, later by all pauses until now. */
  readonly zeroAt: number
  readonly paused: boolean
  readonly ended: boolean
  pause(): void
  resume(): void
  end(): void
}

/** `now` is in ms since 1970. */
export function createClock(now: () => number): MeetingClock {
  let zeroAt = now()
  let stoodAtMs: number | null = null
  let paused = false
  let ended = false

  const elapsedMs = () => stoodAtMs ?? Math.max(0, now() - zeroAt)

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
      stoodAtMs = elapsedMs()
      paused = true
    },
    resume: () => {
      if (ended || stoodAtMs === null) return
      zeroAt = now() - stoodAtMs
      stoodAtMs = null
      paused = false
    },
    end: () => {
      stoodAtMs = elapsedMs()
      ended = true
    },
  }
}
