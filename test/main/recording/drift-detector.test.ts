import { describe, expect, it } from 'vitest'
import { createDriftDetector } from '../../../main/recording/drift-detector'

/** The seconds at which time was found lost, with what was received by each second. */
function lostAt(receivedBy: (second: number) => number, seconds = 120): number[] {
  const detector = createDriftDetector()
  return Array.from({ length: seconds }, (_, second) => second + 1).filter((second) =>
    detector.isLost(1_000_000 + second * 1_000, receivedBy(second)),
  )
}

describe('the drift detector', () => {
  it('accepts sound that arrives regularly, whatever its delay', () => {
    expect(lostAt((second) => second * 1_000 - 300)).toEqual([])
  })

  it('accepts a device whose clock is a little slow, for hours', () => {
    expect(lostAt((second) => second * 999.9 + (second % 7) * 30, 36_000)).toEqual([])
  })

  it('finds time lost at the second check after an app was blocked for 20 s', () => {
    const receivedBy = (second: number) => 1_000 * Math.max(Math.min(second, 30), second - 20)
    expect(lostAt(receivedBy)[0]).toBe(52)
  })

  it('accepts a delay that a burst makes up for', () => {
    expect(lostAt((second) => (second === 40 ? 38_500 : second * 1_000))).toEqual([])
    expect(lostAt((second) => (second >= 40 && second < 45 ? 39_500 : second * 1_000))).toEqual([])
  })
})
