import { describe, expect, it } from 'vitest'
import { createClock } from '../../../main/recording/clock'

describe('the time line of a meeting', () => {
  it('leaves out every pause, and stops during it', () => {
    const time = { at: 1_000_000 }
    const clock = createClock(() => time.at)
    for (let pause = 1; pause <= 3; pause += 1) {
      time.at += 2_000
      clock.pause()
      time.at += 60_000
      expect(clock.elapsedMs()).toBe(pause * 2_000)
      expect(clock.paused).toBe(true)
      clock.resume()
      expect(clock.zeroAt).toBe(1_000_000 + pause * 60_000)
    }
    time.at += 500
    expect(clock.elapsedMs()).toBe(6_500)
  })

  it('ends permanently, also during a pause', () => {
    const time = { at: 0 }
    const clock = createClock(() => time.at)
    time.at = 1_000
    clock.pause()
    time.at = 9_000
    clock.end()
    clock.resume()
    time.at = 20_000
    expect(clock.elapsedMs()).toBe(1_000)
    expect(clock.ended).toBe(true)
  })

  it('counts sleep during which its clock was stopped, but not in a pause', () => {
    const time = { at: 0 }
    const clock = createClock(() => time.at)
    time.at = 1_000
    clock.slept(60_000)
    expect(clock.elapsedMs()).toBe(61_000)
    expect(clock.zeroAt).toBe(-60_000)
    clock.pause()
    clock.slept(60_000)
    time.at = 2_000
    clock.resume()
    expect(clock.elapsedMs()).toBe(61_000)
  })

  it('never goes below zero', () => {
    const time = { at: 5_000 }
    const clock = createClock(() => time.at)
    time.at = 1_000
    expect(clock.elapsedMs()).toBe(0)
  })
})
