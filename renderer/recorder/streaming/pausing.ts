import type { Environment } from './environment'

/** A shorter pause leaves the session open; a longer one would be paid for. */
const longMs = 10_000

/** The pauses of a recording, as far as its stream has to do with them. */
export interface Pausing {
  pause(): void
  resume(): void
  readonly isPaused: boolean
  /** It is paused, and has been for 10 s. */
  readonly isLong: boolean
  /** All pauses so far together, in ms. */
  readonly totalMs: number
  /** Resolves when it is not paused. */
  over(): Promise<void>
}

/** `onLong` is told when a pause becomes long. */
export function createPausing(environment: Environment, onLong: () => void): Pausing {
  let since: number | null = null
  let isLong = false
  let endedMs = 0
  let callOff: () => void = () => undefined
  let wake: () => void = () => undefined

  return {
    pause: () => {
      if (since !== null) return
      since = environment.now()
      callOff = environment.after(longMs, () => {
        isLong = true
        onLong()
      })
    },
    resume: () => {
      if (since === null) return
      endedMs += environment.now() - since
      since = null
      isLong = false
      callOff()
      wake()
    },
    get isPaused() {
      return since !== null
    },
    get isLong() {
      return isLong
    },
    get totalMs() {
      return endedMs + (since === null ? 0 : environment.now() - since)
    },
    over: () => (since === null ? Promise.resolve() : new Promise((resolve) => (wake = resolve))),
  }
}
