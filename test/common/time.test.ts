import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { msToSamples, samplesToMs } from '../../common/time'

describe('samples and milliseconds', () => {
  it('are 16 samples a millisecond', () => {
    expect(msToSamples(50)).toBe(800)
    expect(samplesToMs(800)).toBe(50)
  })

  it('round to the nearest, halves up', () => {
    expect([7, 8, 9, 23, 24].map(samplesToMs)).toEqual([0, 1, 1, 1, 2])
    expect([0.03, 0.04, 1.5].map(msToSamples)).toEqual([0, 1, 24])
  })

  it('return every whole millisecond, and are within half of one otherwise', () => {
    fc.assert(
      fc.property(fc.nat({ max: 48 * 3_600_000 }), (ms) => {
        expect(samplesToMs(msToSamples(ms))).toBe(ms)
      }),
    )
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), (samples) => {
        expect(Math.abs(samples - msToSamples(samplesToMs(samples)))).toBeLessThanOrEqual(8)
      }),
    )
  })

  it('keep their order', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), fc.nat({ max: 10_000 }), (samples, more) => {
        expect(samplesToMs(samples + more)).toBeGreaterThanOrEqual(samplesToMs(samples))
      }),
    )
  })
})
