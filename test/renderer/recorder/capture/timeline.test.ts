import { describe, expect, it } from 'vitest'
import { createTimeline, firstSampleAt } from '../../../../renderer/recorder/capture/timeline'

describe('the time line', () => {
  it('asks the wall clock once and counts samples from then on', () => {
    const timeline = createTimeline(1_000_000)
    expect(timeline.next(800, 1_000_120)).toBe(120 * 16)
    expect(timeline.next(800, 1_000_900)).toBe(120 * 16 + 800)
    expect(timeline.next(800, 999_000)).toBe(120 * 16 + 1_600)
  })

  it('begins where a recording is by now when the page was made again', () => {
    expect(firstSampleAt(1_000_000 + 3_600_000, 1_000_000)).toBe(3_600 * 16_000)
  })

  it('stands on whole ms and never before the press', () => {
    expect(firstSampleAt(1_000_010.4, 1_000_000)).toBe(160)
    expect(firstSampleAt(999_990, 1_000_000)).toBe(0)
  })
})
