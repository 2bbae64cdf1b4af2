import type { Block } from './block'

/** If more than this is missing, in ms, what follows would be too early; less is jitter. */
const lostMs = 200
/** This much at once is certainly lost; less must last long enough not to be jitter. */
const surelyLostMs = 1_000
const lastingMs = 500
/** How fast a device may fall behind the correction without losing time, as a share. */
const slack = 0.000_2

/** How the correction reacts: at first it finds the rate, later it only follows it. */
const finding = { windowMs: 1_000, gain: 0.25 / 1_000 }
const following = { windowMs: 5_000, gain: 0.04 / 1_000 }
const findingMs = 30_000
/** No device is further off than this, as a share. */
const worstRate = 0.004
/** The ratio is never further from 1, so that the pitch stays within a tenth of a semitone. */
const furthestRatio = 0.006
/** The ratio approaches a new value with this time constant, so that the pitch never steps. */
const approachMs = 500

/**
 * Compares the clock of a device with the clock of the computer. It finds sound that was lost, and
 * how much to stretch the sound of a device that is slower or faster than it says.
 *
 * Sound is lost on a busy computer, or when devices change: all at once, or a little here and there.
 * The time of capture comes from the system and is wrong while a device changes its latency. The
 * time of arrival is late on a busy computer. If both show a loss, sound was lost.
 *
 * The rate comes from the earliest blocks: a block can arrive late, but not early. What the times of
 * capture and of arrival do not both show is no difference of rate: the first block may have arrived
 * late, or the system has corrected the time of capture. A block that arrives before it was heard
 * shows that the first time of capture was wrong.
 */
export interface DeviceClock {
  /**
   * Returns how much time is missing before this block, in ms; 0 if none is. After a loss the block
   * counts as the first. `arrivedAt` is in ms of the clock of `capturedAt`.
   */
  lostBefore(block: Block, arrivedAt: number): number
  /** Output samples per sample of the device, for the next block. */
  readonly ratio: number
  /** The sound of the first block is this much later on the time line than it was captured, in ms. */
  placed(offsetMs: number): void
  /** The next block does not follow the last one. */
  restart(): void
  /** The next block comes from another device, whose rate is not known. */
  changeDevice(): void
}

export function createDeviceClock(): DeviceClock {
  let isFirst = true
  /** The time of the sound so far, as it is stretched. */
  let givenMs = 0
  let suspectSince: number | null = null
  let windowAt = 0
  /** How long the first block was on its way. */
  let firstWayMs = 0
  /** The smallest lateness in the first window, or null: the first block itself may have been late. */
  let leastLate: number | null = null
  /** Until then it finds the rate; null if that has not begun. */
  let findingUntil: number | null = null
  let offsetMs = 0
  /** How much slower the device is than it says, as a share. */
  let rate = 0
  let ratio = 1
  let wantedRatio = 1
  const captured = createLag()
  const arrived = createLag()

  function begin({ capturedAt }: Block, arrivedAt: number, blockMs: number): void {
    isFirst = false
    firstWayMs = arrivedAt - capturedAt - blockMs
    leastLate = null
    givenMs = 0
    suspectSince = null
    windowAt = arrivedAt
    offsetMs = 0
    ratio = 1 + rate
    wantedRatio = ratio
    findingUntil = null
    captured.begin(capturedAt)
    arrived.begin(arrivedAt)
  }

  /** A control loop with a proportional and an integral part, critically damped. */
  function correct(arrivedAt: number): void {
    findingUntil ??= arrivedAt + findingMs
    const { windowMs, gain } = arrivedAt < findingUntil ? finding : following
    const passed = arrivedAt - windowAt
    if (passed < windowMs) return
    const late = arrived.takeEarliest()
    leastLate ??= late
    const tooEarly = late + firstWayMs - offsetMs
    const both = agreed(captured.takeEarliest() - offsetMs, late - leastLate - offsetMs)
    const errorMs = tooEarly < 0 ? tooEarly : both
    windowAt = arrivedAt
    // After a standstill the window says little of the rate.
    if (passed < 2 * windowMs)
      rate = limit(rate + ((gain * gain) / 4) * errorMs * passed, worstRate)
    wantedRatio = 1 + limit(rate + gain * errorMs, furthestRatio)
  }

  return {
    get ratio() {
      return ratio
    },
    placed: (ms) => {
      offsetMs = ms
    },
    restart: () => {
      isFirst = true
    },
    changeDevice: () => {
      rate = 0
      findingUntil = null
    },
    lostBefore: (block, arrivedAt) => {
      const { capturedAt } = block
      const blockMs = ((block.channels[0]?.length ?? 0) / block.rate) * 1_000
      if (isFirst) begin(block, arrivedAt, blockMs)
      const lag = Math.min(captured.lag(capturedAt, givenMs), arrived.lag(arrivedAt, givenMs))
      if (lag <= lostMs) suspectSince = null
      else suspectSince ??= arrivedAt
      const lasts = suspectSince !== null && arrivedAt - suspectSince >= lastingMs
      const isLost = lag > surelyLostMs || lasts
      if (isLost) begin(block, arrivedAt, blockMs)
      correct(arrivedAt)
      ratio += (wantedRatio - ratio) * Math.min(1, blockMs / approachMs)
      givenMs += blockMs * ratio
      return isLost ? lag : 0
    },
  }
}

/** What both values show: the smaller one, or 0 if they differ in sign. */
function agreed(a: number, b: number): number {
  if (a * b <= 0) return 0
  return Math.abs(a) < Math.abs(b) ? a : b
}

function limit(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value))
}

/** How much further behind a clock the sound is than it was at its best. */
function createLag() {
  let first = 0
  let before = 0
  let least = 0
  let earliest = Infinity
  return {
    begin: (at: number): void => {
      first = at
      before = at
      least = 0
      earliest = Infinity
    },
    /** The smallest lateness since the last call, in ms: 0 is that of the first block. */
    takeEarliest: (): number => {
      const value = earliest
      earliest = Infinity
      return value
    },
    lag: (at: number, givenMs: number): number => {
      const behind = at - first - givenMs
      earliest = Math.min(earliest, behind)
      least = Math.min(behind, least + Math.max(0, at - before) * slack)
      before = at
      return behind - least
    },
  }
}
