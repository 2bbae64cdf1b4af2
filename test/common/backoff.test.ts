import { describe, expect, it } from 'vitest'
import { backoffMs } from '../../common/backoff'

const longest = { random: () => 1 }

describe('the back-off', () => {
  it('doubles its ceiling from 0.5 s to 30 s', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 5_000].map((failures) => backoffMs(failures, longest))
    expect(waits).toEqual([500, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
  })

  it('waits a random part of the ceiling', () => {
    expect(backoffMs(4, { random: () => 0 })).toBe(0)
    expect(backoffMs(4, { random: () => 0.25 })).toBe(1_000)
  })

  it('has other limits, and a smaller random share or none', () => {
    const options = { firstMs: 1_000, longestMs: 10_000, random: () => 0 }
    expect(backoffMs(1, { ...options, jitter: 0.5 })).toBe(500)
    expect(backoffMs(9, { ...options, jitter: 0.5 })).toBe(5_000)
    expect(
      [1, 2, 3, 4, 5].map((failures) => backoffMs(failures, { ...options, jitter: 0 })),
    ).toEqual([1_000, 2_000, 4_000, 8_000, 10_000])
  })
})
