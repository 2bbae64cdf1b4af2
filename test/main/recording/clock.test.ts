import { describe, expect, it } from 'vitest'
import { createClock } from '../../../main/recording/clock'

describe('the time line of a meeting', () => {
  it('leaves out every pause and stands still in it', () => {
    const wall = { at: 1_000_000 }
    const clock = createClock(() => wall.at)
    for (let pause = 1; pause <= 3; pause += 1) {
      wall.at += 2_000
      clock.pause()
      wall.at += 60_000
      expect(clock.elapsedMs()).toBe(pause * 2_000)
      expect(clock.paused).toBe(true)
      clock.resume()
      expect(clock.zeroAt).toBe(1_000_000 + pause * 60_000)
    }
    wall.at += 500
    expect(clock.elapsedMs()).toBe(6_500)
  })

  it('ends for good, in a pause too', () => {
    const wall = { at: 0 }
    const clock = createClock(() => wall.at)
    wall.at = 1_000
    clock.pause()
    wall.at = 9_000
    clock.end()
    clock.resume()
    wall.at = 20_000
    expect(clock.elapsedMs()).toBe(1_000)
    expect(clock.ended).toBe(true)
  })

  it('never goes below zero where the clock of the computer is set back', () => {
    const wall = { at: 5_000 }
    const clock = createClock(() => wall.at)
    wall.at = 1_000
    expect(clock.elapsedMs()).toBe(0)
  })
})
