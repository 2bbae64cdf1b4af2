import { sampleRate } from '../../../preload/model/sound'

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

/** The sample count is the clock: the wall clock is asked once, for the first frame. */
export interface Timeline {
  /** The first sample of the next frame; `capturedAt` (ms since 1970) counts only for the first. */
  next(samples: number, capturedAt: number): number
}

export function createTimeline(startedAt: number): Timeline {
  let position: number | null = null
  return {
    next: (samples, capturedAt) => {
      const first = position ?? firstSampleAt(capturedAt, startedAt)
      position = first + samples
      return first
    },
  }
}
