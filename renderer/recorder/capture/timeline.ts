import { frameSamples, sampleRate } from '../../../preload/model/sound'

const samplesPerMs = sampleRate / 1_000

/** Samples on the time line, in ms. Rounded, since words stand at whole ms. */
export function samplesToMs(samples: number): number {
  return Math.round(samples / samplesPerMs)
}

export function msToSamples(ms: number): number {
  return Math.round(ms * samplesPerMs)
}

/**
 * Where on the time line the first captured sample stands. Both times are ms since 1970. A whole
 * ms, so that a session's offset is one; never before the press of the record button.
 */
export function firstSampleAt(capturedAt: number, startedAt: number): number {
  return msToSamples(Math.max(0, Math.round(capturedAt - startedAt)))
}

/** Where a frame stands, and how many whole frames are missing between it and the one before. */
export interface Place {
  readonly firstSample: number
  readonly missingFrames: number
}

/**
 * The sample count is the clock: the wall clock is asked for the first frame only, and once more
 * for the first one after the source was away or paused.
 */
export interface Timeline {
  /** `capturedAt` (ms since 1970) counts only where the wall clock is asked. */
  next(capturedAt: number): Place
  /** The next frame does not follow the last one; `startedAt` is zero of the time line from now on. */
  interrupt(startedAt: number): void
  /** Where the next frame stands if it follows the last one; null before the first. */
  readonly position: number | null
}

export function createTimeline(startedAt: number): Timeline {
  let zero = startedAt
  let position: number | null = null
  let interrupted = true
  return {
    get position() {
      return position
    },
    next: (capturedAt) => {
      const at = interrupted ? firstSampleAt(capturedAt, zero) : null
      interrupted = false
      const before: number = position ?? at ?? 0
      const missing = at === null ? 0 : Math.round((at - before) / frameSamples)
      const missingFrames = Math.max(0, missing)
      const firstSample = before + missingFrames * frameSamples
      position = firstSample + frameSamples
      return { firstSample, missingFrames }
    },
    interrupt: (from) => {
      zero = from
      interrupted = true
    },
  }
}
