import type { StreamingDeps } from './deps'

/** The session stays open in a shorter pause; a longer one would cost money. */
const longMs = 10_000

/** The pauses of a recording, as far as its stream needs them. */
export interface PauseTracker {
  pause(): void
  resume(): void
  readonly isPaused: boolean
  /** It has been paused for 10 s. */
  readonly isLong: boolean
  /** The time line now, in ms: the time since its zero without the pauses. */
  timelineMs(): number
  /** Resolves when it is not paused. */
  over(): Promise<void>
}

export interface PauseTrackerOptions {
  readonly deps: StreamingDeps
  /** Zero of the time line at the start, in ms of the clock in `deps`. */
  readonly zeroAt: number
  /** Runs when a pause becomes long. */
  readonly onLong: () => void
}

export function createPauseTracker({ deps, zeroAt, onLong }: PauseTrackerOptions): PauseTracker {
  let since: number | null = null
  let isLong = false
  let endedMs = 0
  let cancel: () => void = () => undefined
  let wake: () => void = () => undefined

  return {
    pause: () => {
      if (since !== null) return
      since = deps.now()
      cancel = deps.after(longMs, () => {
        isLong = true
        onLong()
      })
    },
    resume: () => {
      if (since === null) return
      endedMs += deps.now() - since
      since = null
      isLong = false
      cancel()
      wake()
    },
    get isPaused() {
      return since !== null
    },
    get isLong() {
      return isLong
    },
    timelineMs: () => Math.max(0, Math.round((since ?? deps.now()) - zeroAt - endedMs)),
    over: () => (since === null ? Promise.resolve() : new Promise((resolve) => (wake = resolve))),
  }
}
