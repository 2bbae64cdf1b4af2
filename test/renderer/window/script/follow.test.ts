import { describe, expect, it } from 'vitest'
import { followsAfter } from '../../../../renderer/window/script/follow'

/** A viewport of 600 px, standing `fromEnd` px above the end of a text of this height. */
const stand = (height: number, fromEnd: number) => ({
  top: height - 600 - fromEnd,
  height,
  viewport: 600,
})

describe('following the end', () => {
  it('goes on while the text grows, by however much', () => {
    expect(followsAfter(true, stand(5000, 0), stand(5400, 400), false)).toBe(true)
    expect(followsAfter(true, stand(5400, 400), stand(5400, 0), false)).toBe(true)
  })

  it('goes on when a partial becomes shorter', () => {
    expect(followsAfter(true, stand(5000, 0), stand(4900, 60), false)).toBe(true)
  })

  it('ends when the reader scrolls up, and stays ended while the text grows', () => {
    expect(followsAfter(true, stand(5000, 0), stand(5000, 120), false)).toBe(false)
    expect(followsAfter(false, stand(5000, 120), stand(5300, 420), false)).toBe(false)
    expect(followsAfter(false, stand(5300, 420), stand(5300, 100), false)).toBe(false)
  })

  it('ends when the reader asks for what is above, though rows are measured on the way', () => {
    expect(followsAfter(true, stand(5000, 0), stand(5300, 300), true)).toBe(false)
  })

  it('does not end at a nudge, and begins again at the end', () => {
    expect(followsAfter(true, stand(5000, 0), stand(5000, 30), false)).toBe(true)
    expect(followsAfter(false, stand(5000, 120), stand(5000, 10), false)).toBe(true)
  })
})
