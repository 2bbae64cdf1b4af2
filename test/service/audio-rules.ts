/** Checks each frame. A returned text is the text of a 3007. */
export interface AudioRules {
  check(frameMs: number, elapsedMs: number): string | null
  readonly receivedMs: number
}

const shortestMs = 50
const longestMs = 1_000
/** Short frames are accepted for about a second: 49 frames of 20 ms, but not the next one. */
const shortPatienceMs = 980

/**
 * The rules of one session: frames of 50 to 1000 ms, and no more than `lookAheadSeconds` ahead of
 * the clock.
 */
export function createAudioRules(lookAheadSeconds: () => number): AudioRules {
  let receivedMs = 0
  let shortMs = 0
  return {
    check(frameMs, elapsedMs) {
      receivedMs += frameMs
      if (frameMs > longestMs) return duration(frameMs)
      shortMs = frameMs < shortestMs ? shortMs + frameMs : 0
      if (shortMs > shortPatienceMs) return duration(frameMs)
      if (receivedMs - elapsedMs > lookAheadSeconds() * 1_000) {
        const received = (receivedMs / 1_000).toFixed(1)
        const taken = (elapsedMs / 1_000).toFixed(6)
        return `Input Duration Error: Audio Transmission Rate Exceeded: Received ${received} sec. audio in ${taken} sec`
      }
      return null
    },
    get receivedMs() {
      return receivedMs
    },
  }
}

function duration(ms: number): string {
  return `Input Duration Error: Input Duration Violation: ${ms.toFixed(1)} ms. Expected between 50 and 1000 ms`
}
