import { describe, expect, it } from 'vitest'
import { createConverter } from '../../../renderer/audio/converter'
import { decibels, joined, pitchNear, tone } from '../recorder/capture/tones'
import { effort } from '../../effort'

/** This many samples at this rate. */
type Stretch = readonly [rate: number, samples: number]

type Sound = (seconds: number) => number

/** One sound, delivered at a rate that changes, in blocks of 10 ms. */
function convert(sound: Sound, stretches: readonly Stretch[]): Float32Array {
  const converter = createConverter()
  const parts: Float32Array[] = []
  let seconds = 0
  for (const [rate, samples] of stretches) {
    const block = Math.round(rate / 100)
    for (let at = 0; at < samples; at += block) {
      const length = Math.min(block, samples - at)
      const input = Float32Array.from({ length }, (_, n) => sound(seconds + (at + n) / rate))
      const output = new Float32Array(converter.outputRoom(rate, length))
      parts.push(output.slice(0, converter.process(rate, input, output)))
    }
    seconds += samples / rate
  }
  return joined([...parts, converter.flush()])
}

/** Everything except the sine itself, relative to a sine of amplitude 0.5, in dB, without both ends. */
function errorOf(output: Float32Array, sound: Sound): number {
  return decibels(output.map((value, n) => value - sound(n / 16_000)).subarray(200, -200))
}

/**
 * The loudest ms of what a click is made of and a tone below 1 kHz is not: the sound above 4 kHz, in
 * dB against a sine of amplitude 0.5.
 */
function clickOf(output: Float32Array): number {
  const high = highPass(output).subarray(200, -200)
  const parts = Array.from({ length: Math.floor(high.length / 16) }, (_, part) =>
    decibels(high.subarray(16 * part, 16 * part + 16)),
  )
  return Math.max(...parts)
}

/** A windowed sinc of 65 taps, from about 4 kHz on. */
function highPass(samples: Float32Array): Float32Array {
  const taps = Array.from({ length: 65 }, (_, index) => {
    const n = index - 32
    const low = n === 0 ? 0.5 : Math.sin(0.5 * Math.PI * n) / (Math.PI * n)
    const hann = 0.5 + 0.5 * Math.cos((Math.PI * n) / 33)
    return ((n === 0 ? 1 : 0) - low) * hann
  })
  return samples.map((_, at) =>
    taps.reduce((sum, tap, index) => sum + tap * (samples[at + index - 32] ?? 0), 0),
  )
}

function secondsOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, [rate, samples]) => sum + samples / rate, 0)
}

const hum: Sound = (seconds) => 0.5 * Math.sin(2 * Math.PI * 543.21 * seconds)

const rates = [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000]
const pairs = rates.flatMap((from) =>
  rates.flatMap((to): [number, number][] => (from === to ? [] : [[from, to]])),
)

describe('a rate that changes while the device is open', () => {
  it.each(pairs)('from %i to %i Hz makes no click and loses no time', (from, to) => {
    // Usually not at a whole output sample.
    const stretches: Stretch[] = [
      [from, Math.floor(from / 2) + 7],
      [to, Math.floor(to / 2) + 3],
    ]
    const output = convert(hum, stretches)
    expect(output.length).toBe(Math.ceil(secondsOf(stretches) * 16_000 - 1e-6))
    expect(clickOf(output)).toBeLessThan(-50)
    const after = output.subarray(8_500)
    expect(Math.abs(pitchNear(after, 543.21, 16_000) / 543.21 - 1)).toBeLessThan(0.001)
    expect(errorOf(after, (s) => hum(s + 8_500 / 16_000))).toBeLessThan(-60)
  })

  it('makes no click if the sound jumps, as with a device that starts again', () => {
    const jumping: Sound = (seconds) => (seconds < 0.5 ? 0.5 : -0.5)
    const output = convert(jumping, [
      [48_000, 24_000],
      [16_000, 8_000],
    ])
    expect(clickOf(output)).toBeLessThan(-50)
  })

  it('can change a thousand times, and within a block', () => {
    const stretches = Array.from({ length: 1_000 }, (_, n): Stretch =>
      n % 2 === 0 ? [48_000, 1_201] : [16_000, 397],
    )
    const output = convert(hum, stretches)
    expect(output.length).toBe(Math.ceil(secondsOf(stretches) * 16_000 - 1e-6))
    expect(clickOf(output)).toBeLessThan(-50)
  })

  it('loses nothing if it changes several times within the length of a filter', () => {
    const stretches: Stretch[] = [
      [48_000, 24_000],
      [8_000, 9],
      [44_100, 11],
      [96_000, 10],
      [48_000, 24_000],
    ]
    const output = convert(hum, stretches)
    expect(output.length).toBe(Math.ceil(secondsOf(stretches) * 16_000 - 1e-6))
    expect(clickOf(output)).toBeLessThan(-50)
    expect(errorOf(output.subarray(8_400), (s) => hum(s + 8_400 / 16_000))).toBeLessThan(-70)
  })
})

describe('a long run', () => {
  it.each([8_000, 44_100, 48_000, 96_000])('from %i Hz does not drift', (rate) => {
    const seconds = effort({ short: 30, long: 120 })
    const output = convert(hum, [[rate, seconds * rate]])
    expect(output.length).toBe(seconds * 16_000)
    const end = seconds * 16_000 - 16_000
    expect(errorOf(output.subarray(end), (s) => hum(s + end / 16_000))).toBeLessThan(-80)
  })
})

it('does not change the sound of a device at 16 kHz', () => {
  const sound = tone(700, 16_000, 5_000)
  expect(convert((seconds) => sound[Math.round(seconds * 16_000)]!, [[16_000, 5_000]])).toEqual(
    sound,
  )
})

it('returns nothing for nothing', () => {
  expect(createConverter().flush()).toHaveLength(0)
})
