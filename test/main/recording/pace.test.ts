import { describe, expect, it } from 'vitest'
import { createPace } from '../../../main/recording/pace'

/** Seconds at which time was found lost, with what was heard by each second. */
function lostAt(heardBy: (second: number) => number, seconds = 120): number[] {
  const pace = createPace()
  return Array.from({ length: seconds }, (_, second) => second + 1).filter((second) =>
    pace.lost(1_000_000 + second * 1_000, heardBy(second)),
  )
}

describe('the pace of the sound', () => {
  it('is kept by sound that comes as it should, whatever its delay', () => {
    expect(lostAt((second) => second * 1_000 - 300)).toEqual([])
  })

  it('is kept by a device whose clock is a little slow, for hours', () => {
    expect(lostAt((second) => second * 999.9 + (second % 7) * 30, 36_000)).toEqual([])
  })

  it('is lost where an app stood still for 20 s, told with the second look', () => {
    const heardBy = (second: number) => 1_000 * Math.max(Math.min(second, 30), second - 20)
    expect(lostAt(heardBy)[0]).toBe(52)
  })

  it('is kept where a burst makes up for a delay', () => {
    expect(lostAt((second) => (second === 40 ? 38_500 : second * 1_000))).toEqual([])
    expect(lostAt((second) => (second >= 40 && second < 45 ? 39_500 : second * 1_000))).toEqual([])
  })
})
