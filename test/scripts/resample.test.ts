import { describe, expect, it } from 'vitest'
import { resample } from '../../scripts/demo/resample'

function tone(hertz: number, rate: number, seconds = 0.25): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, n) =>
    Math.sin((2 * Math.PI * hertz * n) / rate),
  )
}

/** The largest difference, apart from the edges, where the filter reaches past the sound. */
function worst(a: Float32Array, b: Float32Array): number {
  const edge = Math.floor(a.length / 10)
  let difference = 0
  for (let n = edge; n < a.length - edge; n++) {
    difference = Math.max(difference, Math.abs((a[n] ?? 0) - (b[n] ?? 0)))
  }
  return difference
}

describe('resample', () => {
  for (const rate of [8_000, 16_000, 22_050, 44_100, 96_000]) {
    it(`brings ${rate} Hz to 48 kHz without a shift in time or level`, () => {
      const result = resample(tone(1_000, rate), rate, 48_000)
      expect(Math.abs(result.length - 12_000)).toBeLessThanOrEqual(6)
      expect(worst(result, tone(1_000, 48_000))).toBeLessThan(0.002)
    })
  }

  it('removes what the lower rate cannot represent', () => {
    const result = resample(tone(30_000, 96_000), 96_000, 48_000)
    expect(worst(result, new Float32Array(result.length))).toBeLessThan(0.002)
  })

  it('does not change audio that has the right rate', () => {
    const samples = tone(440, 48_000)
    expect(resample(samples, 48_000, 48_000)).toBe(samples)
  })
})
