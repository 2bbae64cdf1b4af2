import { describe, expect, it } from 'vitest'
import { followsAfter } from '../../../../../renderer/window/transcript/view/follow'

/** A viewport of 600 px, `fromEnd` px above the end of a text of this height. */
const position = (height: number, fromEnd: number) => ({
  top: height - 600 - fromEnd,
  height,
  viewport: 600,
})
type Position = ReturnType<typeof position>
const follows = (before: Position, now: Position, following: boolean) =>
  followsAfter(before, now, { following, scrolledUp: false })

describe('following the end', () => {
  it('continues while the text grows, by any amount', () => {
    expect(follows(position(5000, 0), position(5400, 400), true)).toBe(true)
    expect(follows(position(5400, 400), position(5400, 0), true)).toBe(true)
  })

  it('continues when a partial becomes shorter', () => {
    expect(follows(position(5000, 0), position(4900, 60), true)).toBe(true)
  })

  it('stops when a person scrolls up, and does not resume while the text grows', () => {
    expect(follows(position(5000, 0), position(5000, 120), true)).toBe(false)
    expect(follows(position(5000, 120), position(5300, 420), false)).toBe(false)
    expect(follows(position(5300, 420), position(5300, 100), false)).toBe(false)
  })

  it('stops when a person scrolls up while rows are measured', () => {
    expect(
      followsAfter(position(5000, 0), position(5300, 300), { following: true, scrolledUp: true }),
    ).toBe(false)
  })

  it('does not stop after a tiny scroll, and resumes at the end', () => {
    expect(follows(position(5000, 0), position(5000, 30), true)).toBe(true)
    expect(follows(position(5000, 120), position(5000, 10), false)).toBe(true)
  })
})
