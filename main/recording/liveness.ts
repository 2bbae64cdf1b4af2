/** So long without a word of the recorder page and it hangs: with the checks, found within 3 s. */
const silentMs = 2_500
/** How often `hangs` is to be asked. */
export const livenessCheckMs = 250
/** A check that comes so much too late says that the app itself stood still, not the page. */
const lateMs = 750

/** Whether the recorder page still runs, told by what it says. Times are of a monotonic clock. */
export interface Liveness {
  /** The page said something, or was just told to begin. */
  heard(nowMs: number): void
  /** To be asked each `livenessCheckMs`; after the app stood still the page gets its time anew. */
  hangs(nowMs: number): boolean
}

export function createLiveness(startMs: number): Liveness {
  let heardMs = startMs
  let checkedMs = startMs
  return {
    heard: (nowMs) => {
      heardMs = nowMs
    },
    hangs: (nowMs) => {
      const late = nowMs - checkedMs - livenessCheckMs
      checkedMs = nowMs
      if (late >= lateMs) heardMs = nowMs
      return nowMs - heardMs >= silentMs
    },
  }
}
