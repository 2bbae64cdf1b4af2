import type { Block } from './blocks'

/** More than this missing, in ms, and what follows would stand too early; less is jitter. */
const lostMs = 200
/** So much at once is lost for certain; less must last so long that it is not jitter. */
const surelyLostMs = 1_000
const lastingMs = 500
/** How much slower than the clock a device may be, as a share: no quartz is so bad. */
const drift = 0.000_2

/**
 * Watches whether the blocks of a source follow each other without holes: a busy computer, or one
 * that changes its devices, loses some, all at once or a few here and there.
 *
 * When a block was captured is what the system says, and is wrong where a device changes its
 * latency; when it arrived is wrong on a busy computer. Where both agree, time was lost.
 */
export interface LostTime {
  /**
   * How much time is missing before this block, in ms, and 0 where none is; where some is, it counts
   * as the first. `arrivedAt` is in ms since 1970.
   */
  before(block: Block, arrivedAt: number): number
  /** The next block follows nothing. */
  restart(): void
}

export function createLostTime(): LostTime {
  let isFirst = true
  let givenMs = 0
  let suspectSince: number | null = null
  const captured = createLag()
  const arrived = createLag()

  function begin(capturedAt: number, arrivedAt: number): void {
    isFirst = false
    givenMs = 0
    suspectSince = null
    captured.begin(capturedAt)
    arrived.begin(arrivedAt)
  }

  return {
    restart: () => (isFirst = true),
    before: ({ capturedAt, channels, rate }, arrivedAt) => {
      if (isFirst) begin(capturedAt, arrivedAt)
      const lag = Math.min(captured.lag(capturedAt, givenMs), arrived.lag(arrivedAt, givenMs))
      if (lag <= lostMs) suspectSince = null
      else suspectSince ??= arrivedAt
      const lasts = suspectSince !== null && arrivedAt - suspectSince >= lastingMs
      const lost = lag > surelyLostMs || lasts
      if (lost) begin(capturedAt, arrivedAt)
      givenMs += ((channels[0]?.length ?? 0) / rate) * 1_000
      return lost ? lag : 0
    },
  }
}

/** How much further behind a clock the sound is than it was at its best. */
function createLag() {
  let first = 0
  let before = 0
  let least = 0
  return {
    begin: (at: number): void => {
      first = at
      before = at
      least = 0
    },
    lag: (at: number, givenMs: number): number => {
      const behind = at - first - givenMs
      least = Math.min(behind, least + Math.max(0, at - before) * drift)
      before = at
      return behind - least
    },
  }
}
