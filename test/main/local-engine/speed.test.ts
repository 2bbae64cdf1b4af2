import { expect, test } from 'vitest'
import { restartDelay } from '../../../main/local-engine/engine'
import { createSpeedMeter } from '../../../main/local-engine/speed'

function finals(meter: ReturnType<typeof createSpeedMeter>, decodeMs: number, count: number): void {
  for (let index = 0; index < count; index += 1) {
    meter.addDecode({ kind: 'final', decodeMs, audioMs: 4_000 })
  }
}

test('the load is decode time over audio time', () => {
  const meter = createSpeedMeter()
  expect(meter.load()).toBeNull()
  meter.addAudio(10_000)
  meter.addDecode({ kind: 'partial', decodeMs: 1_000, audioMs: 2_000 })
  meter.addDecode({ kind: 'final', decodeMs: 2_000, audioMs: 4_000 })
  expect(meter.load()).toBeCloseTo(0.3)
})

test('a computer is too slow if the median of five turns in a row is 0.4 of their length', () => {
  const meter = createSpeedMeter()
  finals(meter, 2_000, 4)
  expect(meter.tooSlow()).toBe(false)
  finals(meter, 2_000, 1)
  expect(meter.tooSlow()).toBe(true)
  meter.reset()
  expect(meter.tooSlow()).toBe(false)
})

test('a fast computer with one slow moment is not too slow', () => {
  const meter = createSpeedMeter()
  finals(meter, 300, 3)
  finals(meter, 9_000, 2)
  expect(meter.tooSlow()).toBe(false)
})

test('partials and short clips do not count', () => {
  const meter = createSpeedMeter()
  for (let index = 0; index < 9; index += 1) {
    meter.addDecode({ kind: 'partial', decodeMs: 4_000, audioMs: 4_000 })
    meter.addDecode({ kind: 'final', decodeMs: 900, audioMs: 1_000 })
  }
  expect(meter.tooSlow()).toBe(false)
})

test('restarts take longer with each crash in a minute, and stop at the fourth', () => {
  expect(restartDelay([0], 0)).toBe(250)
  expect(restartDelay([0, 1], 1)).toBe(500)
  expect(restartDelay([0, 1, 2], 2)).toBe(1_000)
  expect(restartDelay([0, 1, 2, 3], 3)).toBeNull()
  expect(restartDelay([0, 1, 2, 100_000], 100_000)).toBe(250)
})
