import { frameSamples } from '../../../common/model/sound'
import { msToSamples, samplesToMs } from '../../../common/time'

/**
 * Converts a time to a position on the time line, in samples. Both times are in ms of one clock;
 * `zeroAt` is zero of the time line. The position is a whole ms, because the offset of a session is
 * one, and never before the press of Record.
 */
export function firstSampleAt(capturedAt: number, zeroAt: number): number {
  return msToSamples(Math.max(0, Math.round(capturedAt - zeroAt)))
}

/** Where a frame is on the time line, and how many whole frames are missing before it. */
export interface FramePosition {
  readonly firstSample: number
  readonly missingFrames: number
  /**
   * How much later the frame is on the time line than it was captured, in ms: positions are whole
   * frames apart. null if the time of capture was not used.
   */
  readonly offsetMs: number | null
}

/**
 * The sample count is the clock. The time of capture is used for the first frame only, and again
 * for the first frame after the source was away or paused.
 */
export interface Timeline {
  /** `capturedAt` is in ms of the clock of `zeroAt`. */
  next(capturedAt: number): FramePosition
  /** The next frame does not follow the last one. `zeroAt` is zero of the time line from now on. */
  interrupt(zeroAt: number): void
  /** Where the next frame is if it follows the last one; null before the first. */
  readonly position: number | null
}

/** No frame is placed before `notBeforeSample`, where the sound that is already written ends. */
export function createTimeline(zeroAt: number, notBeforeSample = 0): Timeline {
  let zero = zeroAt
  let position: number | null = null
  let isInterrupted = true
  return {
    get position() {
      return position
    },
    next: (capturedAt) => {
      const at = isInterrupted ? Math.max(notBeforeSample, firstSampleAt(capturedAt, zero)) : null
      isInterrupted = false
      const before: number = position ?? at ?? 0
      const missing = at === null ? 0 : Math.round((at - before) / frameSamples)
      const missingFrames = Math.max(0, missing)
      const firstSample = before + missingFrames * frameSamples
      position = firstSample + frameSamples
      const offsetMs = at === null ? null : samplesToMs(firstSample) - (capturedAt - zero)
      return { firstSample, missingFrames, offsetMs }
    },
    interrupt: (from) => {
      zero = from
      isInterrupted = true
    },
  }
}
