/** A recorder that reports nothing for this long hangs; the checks find that within 3 s. */
const silentMs = 2_500
/**
 * While only the page hangs, its worker still records, so the page gets time to recover. But nothing
 * can be changed meanwhile, and the recording cannot be stopped.
 */
const pageSilentMs = 10_000
/** How often `hangs` is called, in ms. */
export const heartbeatCheckMs = 250
/** A check that is this late means that the app itself was blocked, not the page. */
const lateMs = 750

/** Decides by its reports whether the recorder still runs. Times are ms of a monotonic clock. */
export interface Heartbeat {
  /** The page reported something, or was just started. */
  heard(nowMs: number): void
  /** The worker of the page reported something. */
  workerHeard(nowMs: number): void
  /** Call it every `heartbeatCheckMs`. After the app was blocked, the page gets its full time again. */
  hangs(nowMs: number): boolean
}

export function createHeartbeat(startMs: number): Heartbeat {
  let heardMs = startMs
  let workerHeardMs = startMs
  let checkedMs = startMs
  return {
    heard: (nowMs) => {
      heardMs = nowMs
    },
    workerHeard: (nowMs) => {
      workerHeardMs = nowMs
    },
    hangs: (nowMs) => {
      const late = nowMs - checkedMs - heartbeatCheckMs
      checkedMs = nowMs
      if (late >= lateMs) heardMs = nowMs
      const pageMs = nowMs - heardMs
      return pageMs >= pageSilentMs || Math.min(pageMs, nowMs - workerHeardMs) >= silentMs
    },
  }
}
