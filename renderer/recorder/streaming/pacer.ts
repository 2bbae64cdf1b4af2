import { frameSamples, sampleRate } from '../../../common/model/sound'

/** Kept sound is sent no faster than this multiple of real time. */
const fastest = 1.2
/** The shortest time between two frames, in ms: 41.7. */
const frameEveryMs = (frameSamples / sampleRate / fastest) * 1_000

/** Spaces frames so that they are never sent faster than 1.2 times real time, over any period. */
export interface Pacer {
  /** Returns how long the next frame must wait; 0 if it can be sent now. */
  waitMs(now: number): number
  /** A frame was sent. */
  sent(now: number): void
}

export function createPacer(): Pacer {
  let nextAt = -Infinity
  return {
    waitMs: (now) => Math.max(0, nextAt - now),
    sent: (now) => {
      // One frame, not more, can make up for a late timer.
      nextAt = Math.max(nextAt, now - frameEveryMs) + frameEveryMs
    },
  }
}
