import { describe, expect, test } from 'vitest'
import { createTrackClock, type TrackClockOptions } from '../../../renderer/importer/track-clock'

const rate = 1_000
const createClock = (options: Partial<TrackClockOptions> = {}) =>
  createTrackClock({ zeroSeconds: 0, mayRestart: false, onlyFirstStamp: false, ...options })

describe('the clock of a track', () => {
  test('starts at the zero of the file', () => {
    const clock = createClock({ zeroSeconds: 95_001.4, mayRestart: true })
    expect(clock.place(95_001.4, 1_000, rate)).toEqual({ silence: 0, skip: 0 })
    expect(clock.endSeconds()).toBeCloseTo(1)
  })

  test('keeps the delay of sound that starts later than the picture', () => {
    const clock = createClock({ zeroSeconds: 10 })
    expect(clock.place(13, 1_000, rate)).toEqual({ silence: 3_000, skip: 0 })
    expect(clock.endSeconds()).toBeCloseTo(4)
  })

  test('leaves a hole as long as what was lost', () => {
    const clock = createClock({ mayRestart: true })
    clock.place(0, 1_000, rate)
    expect(clock.place(6, 1_000, rate)).toEqual({ silence: 5_000, skip: 0 })
  })

  test('leaves out sound that is there twice', () => {
    const clock = createClock()
    clock.place(0, 1_000, rate)
    expect(clock.place(0.5, 1_000, rate)).toEqual({ silence: 0, skip: 500 })
  })

  test('puts a second recording after the first', () => {
    const clock = createClock({ mayRestart: true })
    clock.place(0, 1_000, rate)
    clock.place(1, 1_000, rate)
    expect(clock.place(0, 1_000, rate)).toEqual({ silence: 0, skip: 0 })
    expect(clock.place(1, 1_000, rate)).toEqual({ silence: 0, skip: 0 })
    expect(clock.endSeconds()).toBeCloseTo(4)
  })

  test.each([95_000, 1e9, 1e300])('does not fill the disk for a stamp of %d s', (stamp) => {
    for (const mayRestart of [true, false]) {
      const clock = createClock({ mayRestart })
      clock.place(0, 1_000, rate)
      expect(clock.place(stamp, 1_000, rate)).toEqual({ silence: 0, skip: 0 })
      expect(clock.place(stamp + 1, 1_000, rate)).toEqual({ silence: 0, skip: 0 })
      expect(clock.endSeconds()).toBeCloseTo(3)
    }
  })

  test('follows stamps that are rounded to whole ms for hours', () => {
    const clock = createClock()
    const samples = 960
    let changed = 0
    for (let frame = 0; frame < 500_000; frame += 1) {
      const stamp = Math.round((frame * samples * 1_000) / 44_100) / 1_000
      const { silence, skip } = clock.place(stamp, samples, 44_100)
      changed += silence + skip
    }
    expect(changed).toBe(0)
  })

  test('goes on without stamps', () => {
    const clock = createClock()
    expect(clock.place(null, 1_000, rate)).toEqual({ silence: 0, skip: 0 })
    expect(clock.place(null, 1_000, rate)).toEqual({ silence: 0, skip: 0 })
    expect(clock.endSeconds()).toBeCloseTo(2)
  })

  test('lets frames of one packet, which share a stamp, follow each other', () => {
    const clock = createClock()
    for (let frame = 0; frame < 3; frame += 1) {
      expect(clock.place(0, 1_000, rate)).toEqual({ silence: 0, skip: 0 })
    }
    expect(clock.endSeconds()).toBeCloseTo(3)
  })

  test('believes only the first stamp where the others are derived from bytes', () => {
    const clock = createClock({ onlyFirstStamp: true })
    expect(clock.place(2, 1_000, rate)).toEqual({ silence: 2_000, skip: 0 })
    expect(clock.place(9, 1_000, rate)).toEqual({ silence: 0, skip: 0 })
    expect(clock.endSeconds()).toBeCloseTo(4)
  })

  test.each([true, false])('leaves out what comes before the zero, to the sample', (first) => {
    const clock = createClock({ zeroSeconds: 0.139, onlyFirstStamp: first })
    expect(clock.place(0, 72, rate)).toEqual({ silence: 0, skip: 72 })
    expect(clock.place(0.072, 72, rate)).toEqual({ silence: 0, skip: 67 })
    expect(clock.place(0.144, 72, rate)).toEqual({ silence: 0, skip: 0 })
    expect(clock.endSeconds()).toBeCloseTo(0.077)
  })
})
