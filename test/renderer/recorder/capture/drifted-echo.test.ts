import { expect, it } from 'vitest'
import { measureBands, toFloats } from '../../../../main/echo/bands'
import { classify, delays, matchAudio } from '../../../../main/echo/audio-match'
import { createDeviceClock } from '../../../../renderer/recorder/capture/device-clock'
import { createFrameMaker } from '../../../../renderer/recorder/capture/frame-maker'
import { louder, mixed, noise, placed, voice } from '../../../main/echo/mixes'

const seconds = 8
const length = seconds * 16_000
const silence = [new Float32Array(320)]

/**
 * The last seconds of a recording of so many hours by a device that is slower than it says. `sound`
 * is what there was to hear. The result is what is on the time line there.
 */
function recordedEnd(sound: Float32Array, ppm: number, hours: number): ArrayBuffer {
  const clock = createDeviceClock()
  const trueMs = 20 * (1 + ppm / 1e6)
  let positionMs = 0
  let at = 0
  for (; at < hours * 3_600_000; at += trueMs) {
    clock.lostBefore({ rate: 16_000, channels: silence, capturedAt: at }, at + trueMs)
    positionMs += 20 * clock.ratio
  }
  // From here on the samples count: where they begin on the time line, and what they are.
  const whole = new Int16Array(length)
  let written = Math.round((positionMs - at) * 16)
  const maker = createFrameMaker({
    emit: ({ pcm }) => {
      for (const value of new Int16Array(pcm)) {
        if (written >= 0 && written < length) whole[written] = value
        written += 1
      }
    },
    now: () => 0,
    every: () => () => undefined,
  })
  for (let block = 0; block < seconds * 50; block += 1, at += trueMs) {
    const channels = [Float32Array.from({ length: 320 }, (_, n) => heard(block * 320 + n))]
    clock.lostBefore({ rate: 16_000, channels, capturedAt: at }, at + trueMs)
    maker.take({ rate: 16_000, channels, capturedAt: at }, clock.ratio)
  }
  maker.finish()
  return whole.buffer

  /** The device hears the sound at its own rate. */
  function heard(sample: number): number {
    const exact = sample * (1 + ppm / 1e6)
    const before = Math.floor(exact)
    const [low, high] = [sound[before] ?? 0, sound[before + 1] ?? 0]
    return low + (high - low) * (exact - before)
  }
}

it.each([
  ['at the beginning', 0],
  ['after 8 hours', 8],
])('the echo of one drifted device in another is found %s', { timeout: 60_000 }, (_when, hours) => {
  const others = voice(1, seconds)
  const echo = mixed(placed(louder(others, -10), 80, length), noise(3, length, -66))
  const system = recordedEnd(others, -300, hours)
  const microphone = recordedEnd(echo, 300, hours)
  const match = matchAudio({
    heard: measureBands(toFloats(new Uint8Array(microphone))),
    played: measureBands(toFloats(new Uint8Array(system))),
    within: { startMs: 1_000, endMs: 7_000 },
    delays: delays.microphone,
  })
  expect(classify(match, delays.microphone)).toBe('echo')
  expect(Math.abs(match.delayMs - 80)).toBeLessThan(60)
})
