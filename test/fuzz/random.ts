import { createRandom } from '../faults/random'

/** The random source of the fuzzers; the same seed gives the same draws. */
export interface Draw {
  /** A number from 0 to 1. */
  number(): number
  /** A whole number from 0 to `below` - 1. */
  index(below: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
}

export function createDraw(seed: number): Draw {
  const number = createRandom(seed)
  const index = (below: number): number => Math.floor(number() * below)
  return {
    number,
    index,
    chance: (share) => number() < share,
    pick: (from) => from[index(from.length)]!,
  }
}
