import type { Sleep } from '../../../main/service/retry'

export interface FakeClock {
  readonly now: () => number
  /** Moves the clock immediately, and records the requested time. */
  readonly sleep: Sleep
  readonly waits: readonly number[]
  advance(ms: number): void
}

/** Time that passes only by sleeping. */
export function fakeClock(start = 1_000_000): FakeClock {
  let time = start
  const waits: number[] = []
  return {
    now: () => time,
    sleep: async (ms) => {
      waits.push(ms)
      time += ms
    },
    waits,
    advance: (ms) => {
      time += ms
    },
  }
}
