import { monotonicNow } from '../../common/clock'

/** How many reports count; older ones may be from before a sleep. */
const counted = 20

/**
 * Converts a time of main's monotonic clock to the recorder's, which is a constant apart. The
 * recorder reports what its clock reads; the report that took the least time to arrive is the best.
 */
export interface RecorderClock {
  /** The recorder's clock read this, in ms, when it sent the report that has just arrived. */
  reported(recorderMs: number): void
  /** Returns null before the first report. */
  toRecorder(mainMs: number): number | null
  /** Forgets earlier reports, because the distance between the clocks may have changed. */
  reset(): void
}

export function createRecorderClock(now: () => number = monotonicNow): RecorderClock {
  let distances: readonly number[] = []
  return {
    reported: (recorderMs) => {
      distances = [...distances.slice(1 - counted), now() - recorderMs]
    },
    toRecorder: (mainMs) => (distances.length === 0 ? null : mainMs - Math.min(...distances)),
    reset: () => {
      distances = []
    },
  }
}
