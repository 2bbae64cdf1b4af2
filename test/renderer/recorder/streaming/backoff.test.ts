import { describe, expect, it } from 'vitest'
import { backoffMs } from '../../../../renderer/recorder/streaming/backoff'

describe('the back-off', () => {
  it('doubles its ceiling from 0.5 s to 30 s', () => {
    const ceilings = [0, 1, 2, 3, 4, 5, 6, 7, 5_000].map((tries) => backoffMs(tries, () => 1))
    expect(ceilings).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
  })

  it('is a random part of it', () => {
    expect(backoffMs(3, () => 0)).toBe(0)
    expect(backoffMs(3, () => 0.25)).toBe(1_000)
  })
})
