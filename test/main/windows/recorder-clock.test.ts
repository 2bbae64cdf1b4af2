import { describe, expect, it } from 'vitest'
import { createRecorderClock } from '../../../main/windows/recorder-clock'

describe('the clock of the recorder', () => {
  it('uses the report that arrived fastest', () => {
    const time = { at: 1_000_000 }
    const clock = createRecorderClock(() => time.at)
    expect(clock.toRecorder(1_000_000)).toBeNull()
    for (const lateMs of [180, 4, 60]) {
      time.at += 500
      clock.reported(time.at - 700_000 - lateMs)
    }
    expect(clock.toRecorder(1_002_000)).toBe(1_002_000 - 700_004)
  })

  it('forgets what it knew after a reset, and old reports in time', () => {
    const time = { at: 0 }
    const clock = createRecorderClock(() => time.at)
    clock.reported(0)
    clock.reset()
    expect(clock.toRecorder(5)).toBeNull()
    clock.reported(0)
    for (let report = 0; report < 20; report += 1) clock.reported(-50)
    expect(clock.toRecorder(100)).toBe(50)
  })
})
