import { describe, expect, it } from 'vitest'
import { createStretcher } from '../../../renderer/audio/stretcher'
import { joined, lineAt, pitchNear, sweep, tone } from '../recorder/capture/tones'

/** Stretches sound block by block, with the ratio that `ratioAt` gives for each block. */
function stretch(input: Float32Array, ratioAt: (block: number) => number): Float32Array {
  const stretcher = createStretcher()
  const parts: Float32Array[] = []
  for (let at = 0; at < input.length; at += 160) {
    stretcher.ratio = ratioAt(at / 160)
    const block = input.subarray(at, at + 160)
    const output = new Float32Array(stretcher.outputRoom(block.length))
    parts.push(output.slice(0, stretcher.process(block, output)))
  }
  parts.push(stretcher.flush())
  return joined(parts)
}

/** What is left of a sine when its own frequency is removed: a click is a spike in it. */
function residual(samples: Float32Array, hertz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / 16_000)
  let worst = 0
  for (let n = 1; n < samples.length - 1; n += 1) {
    const left = samples[n + 1]! - turn * samples[n]! + samples[n - 1]!
    worst = Math.max(worst, Math.abs(left))
  }
  return worst
}

describe('stretching', () => {
  it('changes nothing at a ratio of 1', () => {
    const input = sweep({ from: 100, to: 7_000, rate: 16_000, length: 32_000 })
    const output = stretch(input, () => 1)
    expect(output).toHaveLength(32_000)
    // The ends of the sweep are abrupt, and so contain higher frequencies than the filter passes.
    const worst = input.reduce(
      (most, value, n) =>
        n < 100 || n >= 31_900 ? most : Math.max(most, Math.abs(value - output[n]!)),
      0,
    )
    expect(worst).toBeLessThan(0.001)
  })

  it.each([0.997, 0.999_7, 1.000_05, 1.000_3, 1.003])(
    'makes sound longer by %f, and lower by the same',
    (ratio) => {
      const output = stretch(tone(1_000, 16_000, 160_000), () => ratio)
      expect(Math.abs(output.length - 160_000 * ratio)).toBeLessThanOrEqual(1)
      const middle = output.subarray(16_000, 144_000)
      expect(pitchNear(middle, 1_000 / ratio, 16_000)).toBeCloseTo(1_000 / ratio, 2)
      expect(lineAt(middle, 1_000 / ratio, 16_000).amplitude).toBeCloseTo(0.5, 3)
    },
  )

  it('makes no click when the ratio changes', () => {
    const hertz = 440
    // Every 0.1 s another ratio, as far apart as they can be.
    const output = stretch(tone(hertz, 16_000, 320_000), (block) =>
      Math.floor(block / 10) % 2 === 0 ? 1.006 : 0.994,
    )
    const steady = output.subarray(200, output.length - 200)
    expect(residual(steady, hertz)).toBeLessThan(0.001)
    // A single sample that is repeated is a hundred times worse.
    const clicked = Float32Array.from(steady)
    clicked.copyWithin(8_001, 8_000)
    expect(residual(clicked, hertz)).toBeGreaterThan(0.02)
  })
})
