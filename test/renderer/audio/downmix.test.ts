import { describe, expect, test } from 'vitest'
import { createDownmix } from '../../../renderer/audio/downmix'

const sine = (count: number, gain = 1) =>
  Float32Array.from({ length: count }, (_, at) => gain * Math.sin(at / 8))
const rms = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length)

function mixed(planes: readonly Float32Array[], channels = [0, 1, 2, 3, 9, 10]): Float32Array {
  const output = new Float32Array(planes[0]?.length ?? 0)
  createDownmix().mix(planes, channels.slice(0, planes.length), output)
  return output
}

describe('the downmix', () => {
  test('keeps the level of a voice that is on both channels, or of one channel', () => {
    expect(mixed([sine(4_000)])).toEqual(sine(4_000))
    expect(rms(mixed([sine(4_000), sine(4_000)]))).toBeCloseTo(rms(sine(4_000)), 3)
  })

  test('does not cancel channels in opposite phase', () => {
    expect(rms(mixed([sine(4_000), sine(4_000, -1)]))).toBeCloseTo(rms(sine(4_000)), 3)
  })

  test('changes the sign without a click', () => {
    const downmix = createDownmix()
    const together = [sine(48_000), sine(48_000)]
    const opposite = [sine(48_000), sine(48_000, -1)]
    let last = 0
    let steepest = 0
    for (const planes of [together, opposite, together]) {
      const output = new Float32Array(48_000)
      downmix.mix(planes, [0, 1], output)
      for (const value of output.subarray(1)) {
        steepest = Math.max(steepest, Math.abs(value - last))
        last = value
      }
      last = 0
    }
    // A sine of this rate has steps of 0.125 at most.
    expect(steepest).toBeLessThan(0.14)
  })

  test('hears the centre of 5.1, and not its low-frequency effects', () => {
    const silent = () => new Float32Array(4_000)
    const speech = [silent(), silent(), sine(4_000), silent(), silent(), silent()]
    expect(rms(mixed(speech))).toBeCloseTo(rms(sine(4_000)) * Math.SQRT1_2, 3)
    const rumble = [silent(), silent(), silent(), sine(4_000), silent(), silent()]
    expect(rms(mixed(rumble))).toBe(0)
  })

  test('hears each channel of an unknown layout', () => {
    for (let heard = 0; heard < 4; heard += 1) {
      const planes = Array.from({ length: 4 }, (_, index) =>
        index === heard ? sine(4_000) : new Float32Array(4_000),
      )
      expect(rms(mixed(planes, [-1, -1, -1, -1]))).toBeGreaterThan(0.1)
    }
  })
})
