import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createResampler } from '../../../renderer/audio/resampler'
import { effort } from '../../effort'
import { decibels, joined, lineAt, pitchNear, sweep, tone } from '../recorder/capture/tones'

/** Converts everything to 16 kHz in blocks of 128 samples. */
function resample(input: Float32Array, rate: number, block: number | (() => number) = 128) {
  const resampler = createResampler(rate)
  const parts: Float32Array[] = []
  for (let at = 0; at < input.length;) {
    const length = typeof block === 'number' ? block : block()
    const part = input.subarray(at, at + length)
    const output = new Float32Array(resampler.outputRoom(part.length))
    parts.push(output.slice(0, resampler.process(part, output)))
    at += length
  }
  return joined([...parts, resampler.flush()])
}

const rates = [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000, 192_000]
const faster = rates.filter((rate) => rate > 16_000)

describe.each(rates)('from %i Hz', (rate) => {
  it('keeps pitch, loudness and time of speech tones', () => {
    for (const hertz of [100, 440, 1_000, 3_000, 0.42 * Math.min(rate, 16_000)]) {
      const output = resample(tone(hertz, rate, rate), rate)
      // Away from the edges, where the tone begins and ends suddenly.
      const middle = output.subarray(4_000, 12_000)
      expect(Math.abs(pitchNear(middle, hertz, 16_000) / hertz - 1)).toBeLessThan(0.001)
      const { amplitude, phase } = lineAt(middle, hertz, 16_000)
      expect(Math.abs(20 * Math.log10(amplitude / 0.5))).toBeLessThan(0.05)
      const late = (2 * Math.PI * hertz * 4_000) / 16_000
      const shift = Math.abs(Math.sin((phase - late) / 2))
      expect(shift).toBeLessThan(0.001)
    }
  })

  it('makes an exact number of samples for any blocks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 700 })),
        (length, blocks) => {
          const input = tone(700, rate, length)
          const output = resample(input, rate, () => Number(blocks.next().value))
          expect(output.length).toBe(Math.ceil((length * 16_000) / rate))
          expect(output).toEqual(resample(input, rate, length))
        },
      ),
      { numRuns: effort({ short: 8, long: 20 }) },
    )
  })

  it('keeps a click at its position', () => {
    const input = new Float32Array(2 * rate)
    input[rate] = 1
    const output = resample(input, rate)
    expect(output.indexOf(output.reduce((a, b) => Math.max(a, b)))).toBe(16_000)
  })
})

describe.each(faster)('aliases from %i Hz', (rate) => {
  it('suppresses tones above 8 kHz by 80 dB', () => {
    for (const hertz of [8_050, 8_500, 9_000, 10_500, 12_000, 15_000, 20_000, 40_000, 90_000]) {
      if (hertz >= rate / 2) continue
      const output = resample(tone(hertz, rate, rate / 2), rate)
      expect(decibels(output.subarray(1_000, 7_000))).toBeLessThan(-80)
    }
  })

  it('removes a sweep once it has passed 8 kHz', () => {
    const output = resample(sweep({ from: 50, to: rate / 2, rate, length: 2 * rate }), rate)
    const passed = Math.ceil((8_100 / (rate / 2)) * 32_000)
    const rest = output.subarray(passed, 32_000 - 200)
    expect(decibels(rest)).toBeLessThan(-60)
    expect(decibels(output.subarray(0, Math.floor((7_000 / (rate / 2)) * 32_000)))).toBeCloseTo(
      0,
      0,
    )
  })
})

it('makes no images from 8 kHz', () => {
  for (const hertz of [300, 1_000, 2_000, 3_500]) {
    const output = resample(tone(hertz, 8_000, 8_000), 8_000).subarray(4_000, 12_000)
    const image = lineAt(output, 8_000 - hertz, 16_000).amplitude
    expect(20 * Math.log10(image / 0.5)).toBeLessThan(-80)
  }
})
