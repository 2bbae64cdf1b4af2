import { frameSamples, sampleRate } from '../../../preload/model/sound'

/** Kept audio is sent no faster than this multiple of real time. */
const fastest = 1.2
/** The least time between two frames, in ms: 41.7. */
export const frameEveryMs = (frameSamples / sampleRate / fastest) * 1_000

/** Spaces frames so that they never come faster than 1.2 times real time, over any stretch. */
export interface Pacer {
  /** How long the next frame has to wait; 0 where it may go now. */
  waitMs(now: number): number
  /** A frame was sent. */
  sent(now: number): void
}

export function createPacer(): Pacer {
  let nextAt = -Infinity
  return {
    waitMs: (now) => Math.max(0, nextAt - now),
    sent: (now) => {
      // A late timer may be made up for by one frame, not more.
      nextAt = Math.max(nextAt, now - frameEveryMs) + frameEveryMs
    },
  }
}
