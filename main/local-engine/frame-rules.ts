import type { ProtocolError } from './wire'

const bytesPerMs = 32
const shortest = 50
const longest = 1000
/** The service was observed to accept 49 frames of 20 ms before it closed the session. */
const shortFramesAllowed = 49
/** The service was observed to accept about this much audio ahead of real time. */
const lookAheadMs = 310_000

export interface FrameRules {
  /** Returns the error that this frame causes, or null if it is accepted. */
  check(bytes: number, elapsedMs: number): ProtocolError | null
}

/** Checks binary frames: 50 to 1000 ms each, and not far ahead of real time. */
export function createFrameRules(): FrameRules {
  let shortRun = 0
  let receivedMs = 0

  return {
    check(bytes, elapsedMs) {
      if (bytes % 2 !== 0) return { code: 3006, text: 'Invalid Message' }
      const ms = bytes / bytesPerMs
      shortRun = ms < shortest ? shortRun + 1 : 0
      if (ms > longest || shortRun > shortFramesAllowed) {
        return {
          code: 3007,
          text: `Input Duration Error: Input Duration Violation: ${ms.toFixed(1)} ms. Expected between ${shortest} and ${longest} ms`,
        }
      }
      receivedMs += ms
      if (receivedMs - elapsedMs <= lookAheadMs) return null
      return {
        code: 3007,
        text: `Input Duration Error: Audio Transmission Rate Exceeded: Received ${(receivedMs / 1000).toFixed(1)} sec. audio in ${(elapsedMs / 1000).toFixed(6)} sec`,
      }
    },
  }
}
