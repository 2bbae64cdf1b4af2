import { describe, expect, it } from 'vitest'
import { createTimeline, firstSampleAt } from '../../../../renderer/recorder/capture/timeline'

describe('the time line', () => {
  it('uses the time of capture once and then counts samples', () => {
    const timeline = createTimeline(1_000_000)
    expect(timeline.position).toBeNull()
    expect(timeline.next(1_000_120)).toEqual({
      firstSample: 120 * 16,
      missingFrames: 0,
      offsetMs: 0,
    })
    expect(timeline.next(1_000_900).firstSample).toBe(120 * 16 + 800)
    expect(timeline.next(999_000).firstSample).toBe(120 * 16 + 1_600)
    expect(timeline.position).toBe(120 * 16 + 2_400)
  })

  it('uses it again after the source was away, and counts what is missing in whole frames', () => {
    const timeline = createTimeline(1_000_000)
    timeline.next(1_000_000)
    timeline.interrupt(1_000_000)
    // 50 ms are there; 2 s later are 40 frames, and 20 ms that are less than half a one.
    expect(timeline.next(1_002_070)).toEqual({
      firstSample: 41 * 800,
      missingFrames: 40,
      offsetMs: -20,
    })
    expect(timeline.next(9_999_999)).toEqual({
      firstSample: 42 * 800,
      missingFrames: 0,
      offsetMs: null,
    })
  })

  it('omits a pause, and never goes back', () => {
    const timeline = createTimeline(1_000_000)
    timeline.next(1_000_000)
    timeline.interrupt(1_060_000)
    expect(timeline.next(1_060_010)).toEqual({
      firstSample: 800,
      missingFrames: 0,
      offsetMs: 40,
    })
  })

  it('begins at the current position of a recording when the page was started again', () => {
    expect(firstSampleAt(1_000_000 + 3_600_000, 1_000_000)).toBe(3_600 * 16_000)
  })

  it('never begins before the sound that is already written', () => {
    const timeline = createTimeline(1_000_000, 5_000 * 16)
    expect(timeline.next(1_002_000).firstSample).toBe(5_000 * 16)
    timeline.interrupt(1_000_000)
    expect(timeline.next(1_009_000).firstSample).toBe(9_000 * 16)
  })

  it('is in whole ms and never before the press of Record', () => {
    expect(firstSampleAt(1_000_010.4, 1_000_000)).toBe(160)
    expect(firstSampleAt(999_990, 1_000_000)).toBe(0)
  })
})
