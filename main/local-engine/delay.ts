import { median } from '../../common/engine-use'

/** When the sound of one session arrived. */
export interface Arrivals {
  /** Sound up to `untilMs` of the session has arrived at `at`. */
  add(untilMs: number, at: number): void
  /** When the sound at `ms` of the session arrived; null if that is not known any more. */
  of(ms: number): number | null
}

/** No turn is so long that its end is older, in ms of sound. */
const keptMs = 60_000

export function createArrivals(): Arrivals {
  let all: { readonly untilMs: number; readonly at: number }[] = []
  return {
    add(untilMs, at) {
      all.push({ untilMs, at })
      if ((all[0]?.untilMs ?? untilMs) < untilMs - 2 * keptMs) {
        all = all.filter((one) => one.untilMs >= untilMs - keptMs)
      }
    },
    of: (ms) => all.find(({ untilMs }) => untilMs >= ms)?.at ?? null,
  }
}

/** The delay of final words after their sound, over the last turns of all sessions. */
export interface DelayMeter {
  add(delayMs: number): void
  /** The median in whole ms; null before the first turn. */
  median(): number | null
  reset(): void
}

const turns = 50

export function createDelayMeter(): DelayMeter {
  let delays: number[] = []
  return {
    add: (delayMs) => {
      delays = [...delays, delayMs].slice(-turns)
    },
    median: () => {
      const middle = median(delays)
      return middle === null ? null : Math.round(middle)
    },
    reset: () => {
      delays = []
    },
  }
}
