import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRetentionClock } from '../../../main/library/retention-clock'
import { temporaryFolder } from './folder'

const day = 24 * 60 * 60_000
const begin = Date.UTC(2026, 10, 29)

/** Starts of the app, one after another, each with clocks that the test sets. */
function starts() {
  const path = join(temporaryFolder(), 'last-seen')
  return (wallAt: number) => {
    const time = { wall: wallAt, boot: 5_000_000 }
    const clock = createRetentionClock({
      path,
      wall: () => time.wall,
      sinceBoot: () => time.boot,
    })
    return { time, clock }
  }
}

describe('the retention clock', () => {
  it('follows the wall clock, also between starts', () => {
    const start = starts()
    const first = start(begin)
    first.time.wall += 3 * day
    first.time.boot += 3 * day
    expect(first.clock.now()).toBe(begin + 3 * day)
    expect(start(begin + 3 * day + 1_000).clock.now()).toBe(begin + 3 * day + 1_000)
  })

  it('makes nothing older at the first start after a step of more than a day', () => {
    const start = starts()
    start(begin).clock.now()
    expect(start(begin + 400 * day).clock.now()).toBe(begin)
    expect(start(begin + 400 * day).clock.now()).toBe(begin + 400 * day)
  })

  it('makes nothing older after a step while the app runs, nor at the next start', () => {
    const start = starts()
    const { time, clock } = start(begin)
    time.boot += 1_000
    time.wall += 400 * day
    expect(clock.now()).toBe(begin + 1_000)
    expect(start(begin + 400 * day).clock.now()).toBe(begin + 1_000)
  })

  it('does not go back if the clock is set back, and is right when that is set again', () => {
    const start = starts()
    start(begin).clock.now()
    const behind = start(begin - 1_000 * day)
    expect(behind.clock.now()).toBe(begin)
    behind.time.wall += 60_000
    behind.time.boot += 60_000
    expect(behind.clock.now()).toBe(begin + 60_000)
    // What was received now is as old as it is, at every later start.
    expect(start(begin + 120_000).clock.now()).toBe(begin + 60_000)
    expect(start(begin + 180_000).clock.now()).toBe(begin + 180_000)
  })

  it('ignores a date that the second start does not confirm', () => {
    const start = starts()
    start(begin).clock.now()
    expect(start(begin + 400 * day).clock.now()).toBe(begin)
    expect(start(begin + 60_000).clock.now()).toBe(begin)
    expect(start(begin + 120_000).clock.now()).toBe(begin + 60_000)
  })

  it('continues from what its first version stored, and starts again if that is damaged', () => {
    const path = join(temporaryFolder(), 'last-seen')
    const now = () =>
      createRetentionClock({ path, wall: () => begin + 1_000, sinceBoot: () => 0 }).now()
    writeFileSync(path, String(begin))
    expect(now()).toBe(begin + 1_000)
    writeFileSync(path, '{')
    expect(now()).toBe(begin + 1_000)
  })
})
