/** More than this apart and the sound has lost time; less is how it comes. */
const lostFromMs = 800
/** How much faster than a device the clock may run, as a share: no quartz is so bad. */
const drift = 0.000_2
/** Looks that follow each other closer than this tell nothing. */
const shortestMs = 500
/** Looks in a row that must agree: sound that only comes late is there at the next. */
const agreed = 2

/**
 * Whether the sound of a source keeps up with the clock. The sample count is the time line, so a
 * device or an app that stood still would put all that follows too early.
 */
export interface Pace {
  /**
   * To be asked about once a second, with a clock that nobody sets and the time up to which the
   * source was heard. True where time was lost for good.
   */
  lost(nowMs: number, heardMs: number): boolean
}

export function createPace(): Pace {
  let leastBehind: number | null = null
  let before = { nowMs: -Infinity, heardMs: -1 }
  let seen = 0
  return {
    lost: (nowMs, heardMs) => {
      const behind = nowMs - heardMs
      const passed = nowMs - before.nowMs
      if (passed < shortestMs) return false
      const moved = heardMs > before.heardMs
      before = { nowMs, heardMs }
      // A source that says nothing at all has a notice of its own.
      if (!moved) {
        seen = 0
        return false
      }
      leastBehind = leastBehind === null ? behind : Math.min(behind, leastBehind + passed * drift)
      seen = behind - leastBehind >= lostFromMs ? seen + 1 : 0
      return seen >= agreed
    },
  }
}
