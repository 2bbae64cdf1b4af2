import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../renderer/recorder/capture/block'
import { createDeviceClock } from '../../../../renderer/recorder/capture/device-clock'
import { effort } from '../../../effort'

const silence = new Float32Array(960)
const tenMs = [silence.subarray(0, 480)]
const twentyMs = [silence]

/** 10 ms at 48 kHz. */
const block = (capturedAt: number): Block => ({ rate: 48_000, channels: tenMs, capturedAt })

/** At which of these blocks, with the times of capture and arrival, time was lost before it. */
function lost(times: Iterable<readonly [captured: number, arrived: number]>): number[] {
  const clock = createDeviceClock()
  return [...times].flatMap(([captured, arrived]) =>
    clock.lostBefore(block(captured), arrived) > 0 ? captured : [],
  )
}

describe('lost time', () => {
  it('is not the jitter and the drift of an hour', () => {
    const times = function* () {
      for (let index = 0; index < 360_000; index += 1) {
        const at = index * 10 * 1.000_1
        yield [at + (index % 7) * 9, at + 10 + (index % 11) * 5] as const
      }
    }
    expect(lost(times())).toEqual([])
  })

  it('is found if it is lost at once, and only once', () => {
    const at = [0, 10, 20, 30, 1_130, 1_140, 1_150]
    expect(lost(at.map((time) => [time, time + 10]))).toEqual([1_130])
  })

  it('is found if it is lost a little at a time', () => {
    const at = Array.from({ length: 400 }, (_, index) => index * 10 + Math.floor(index / 20) * 30)
    // 570 ms in all, reported at each 200 of them.
    expect(lost(at.map((time) => [time, time + 10]))).toHaveLength(2)
  })

  it('is not what a busy computer delivers late', () => {
    const times = Array.from({ length: 1_000 }, (_, index) => {
      const burst = Math.ceil((index + 1) / 150) * 1_500
      return [index * 10, burst] as const
    })
    expect(lost(times)).toEqual([])
  })

  it('is not what a device reports that changes its latency', () => {
    const times = Array.from({ length: 1_000 }, (_, index) => {
      const wrong = index > 300 && index < 600 ? 1_900 : 0
      return [index * 10 + wrong, index * 10 + 20] as const
    })
    expect(lost(times)).toEqual([])
  })

  it('does not exist for a source that begins again', () => {
    const clock = createDeviceClock()
    clock.lostBefore(block(0), 0)
    clock.restart()
    expect(clock.lostBefore(block(60_000), 60_000)).toBe(0)
    expect(clock.lostBefore(block(60_010), 60_010)).toBe(0)
  })
})

/** A seeded generator of numbers from 0 to below 1. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Simulation {
  /** How much slower the device is than it says, in parts per million. */
  readonly ppm: number
  readonly hours: number
  readonly seed?: number
  /** How much later on the time line the first block is placed than it was captured, in ms. */
  readonly offsetMs?: number
  /** The times of capture are this much too late, in ms. */
  readonly stampedLateMs?: number
  /** The first blocks wait until this time, in ms, for a thread that starts. */
  readonly startsAtMs?: number
}

/**
 * A device on a busy computer for hours. A block arrives some ms late, in 1 of 500 cases up to
 * 400 ms, and every ten minutes the computer is overloaded for 4 s. What is late holds up what
 * follows. The times of capture are off by up to 5 ms.
 */
function simulate({
  ppm,
  hours,
  seed = 1,
  offsetMs = 0,
  startsAtMs = 0,
  stampedLateMs = 0,
}: Simulation) {
  const random = seeded(seed)
  const clock = createDeviceClock()
  const trueMs = 20 * (1 + ppm / 1e6)
  const blocks = (hours * 3_600_000) / 20
  let placedMs = offsetMs + stampedLateMs
  let arrivedAt = 0
  let worstMs = 0
  let worstLaterMs = 0
  let steepest = 0
  let losses = 0
  let before = 1
  for (let index = 0; index < blocks; index += 1) {
    const capturedAt = index * trueMs
    const stallMs = random() < 0.002 ? 400 * random() : 0
    const loadMs = capturedAt % 600_000 > 596_000 ? 80 * random() : 0
    const lateMs = -3 * Math.log(1 - random()) + stallMs + loadMs
    arrivedAt = Math.max(arrivedAt, capturedAt + trueMs + lateMs, startsAtMs)
    const reported = capturedAt + 10 * (random() - 0.5) + stampedLateMs
    if (clock.lostBefore({ rate: 48_000, channels: twentyMs, capturedAt: reported }, arrivedAt) > 0)
      losses += 1
    if (index === 0) clock.placed(offsetMs)
    const offMs = Math.abs(placedMs - capturedAt)
    worstMs = Math.max(worstMs, offMs)
    if (capturedAt > 120_000) worstLaterMs = Math.max(worstLaterMs, offMs)
    steepest = Math.max(steepest, Math.abs(clock.ratio - before))
    before = clock.ratio
    placedMs += 20 * clock.ratio
  }
  return { worstMs, worstLaterMs, steepest, losses, ratio: clock.ratio }
}

/** How much slower a device is than it says, in parts per million. */
const sweep = [-3_000, -300, -150, -50, 0, 50, 150, 300, 3_000]

describe('the correction of a device whose clock is wrong', () => {
  it.each(effort({ short: [-3_000, -150, 0, 300], long: sweep }))(
    'keeps its sound within 60 ms of real time for 8 hours, %i ppm',
    { timeout: 120_000 },
    (ppm) => {
      const { worstMs, worstLaterMs, losses, ratio } = simulate({ ppm, hours: 8 })
      expect(worstMs).toBeLessThan(60)
      expect(worstLaterMs).toBeLessThan(25)
      expect(losses).toBe(0)
      expect(Math.abs((ratio - 1) * 1e6 - ppm)).toBeLessThan(500)
    },
  )

  it('removes an offset at the start', () => {
    const { worstMs, worstLaterMs } = simulate({ ppm: 100, hours: 0.2, offsetMs: 40 })
    expect(worstMs).toBeLessThan(60)
    expect(worstLaterMs).toBeLessThan(25)
  })

  it.each([-300, 0, 300])(
    'does not move what is right if the first blocks came late, %i ppm',
    (ppm) => {
      const { worstMs } = simulate({ ppm, hours: 1, startsAtMs: 400 })
      expect(worstMs).toBeLessThan(25)
    },
  )

  it('corrects a first time of capture that was wrong', () => {
    const { worstLaterMs } = simulate({ ppm: 100, hours: 0.2, stampedLateMs: 90 })
    expect(worstLaterMs).toBeLessThan(25)
  })

  it('does not take a gap for drift', () => {
    const clock = createDeviceClock()
    let at = 0
    const run = (blocks: number): void => {
      for (let index = 0; index < blocks; index += 1, at += 10) clock.lostBefore(block(at), at + 10)
    }
    run(20_000)
    const before = clock.ratio
    at += 90_000
    run(1)
    expect(clock.ratio).toBeCloseTo(before, 4)
    run(20_000)
    expect(clock.ratio).toBeCloseTo(1, 4)
  })

  it('keeps the rate of a device after a gap, and forgets it for another device', () => {
    const clock = createDeviceClock()
    let at = 0
    const run = (ms: number, step: number): void => {
      for (const until = at + ms; at < until; at += step) clock.lostBefore(block(at), at + 10)
    }
    run(300_000, 10.01)
    expect((clock.ratio - 1) * 1e6).toBeCloseTo(1_000, -2)
    clock.restart()
    at += 60_000
    run(50, 10.01)
    expect((clock.ratio - 1) * 1e6).toBeCloseTo(1_000, -2)
    clock.restart()
    clock.changeDevice()
    run(50, 10)
    expect(clock.ratio).toBe(1)
  })
})
