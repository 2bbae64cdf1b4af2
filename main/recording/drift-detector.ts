/** A source that is further behind than this has lost time; less is normal jitter. */
const lostFromMs = 800
/** How much faster than a device the clock may run, as a share; no quartz is worse. */
const tolerance = 0.000_2
/** Checks that are closer together than this, in ms, do not count. */
const shortestMs = 500
/** How many checks in a row must agree; audio that is only late has arrived by the next one. */
const agreeing = 2

/**
 * Detects whether the audio of a source falls behind the clock. The sample count is the time line, so
 * after a device or an app that stopped for a while everything would be placed too early.
 */
export interface DriftDetector {
  /**
   * Call it once a second, with a monotonic clock and the time up to which the source was received.
   * Returns true if time was lost permanently.
   */
  isLost(nowMs: number, receivedMs: number): boolean
}

export function createDriftDetector(): DriftDetector {
  let leastBehind: number | null = null
  let before = { nowMs: -Infinity, receivedMs: -1 }
  let found = 0
  return {
    isLost: (nowMs, receivedMs) => {
      const behind = nowMs - receivedMs
      const passed = nowMs - before.nowMs
      if (passed < shortestMs) return false
      const moved = receivedMs > before.receivedMs
      before = { nowMs, receivedMs }
      // A source that sends nothing at all has its own notice.
      if (!moved) {
        found = 0
        return false
      }
      leastBehind =
        leastBehind === null ? behind : Math.min(behind, leastBehind + passed * tolerance)
      found = behind - leastBehind >= lostFromMs ? found + 1 : 0
      return found >= agreeing
    },
  }
}
