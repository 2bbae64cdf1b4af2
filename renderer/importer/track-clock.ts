/** What to do with a frame: first so much silence, then the frame without its first samples. */
export interface Placement {
  /** Samples of silence at the frame's rate. */
  readonly silence: number
  /** Samples to leave out at the frame's start. */
  readonly skip: number
}

export interface TrackClockOptions {
  /** The time stamp that counts as 0. */
  readonly zeroSeconds: number
  /** True if time stamps of this container may start again in the middle. */
  readonly mayRestart: boolean
  /** True if only the first stamp of a track is one, and the others are derived from bytes. */
  readonly onlyFirstStamp: boolean
}

/** Puts the frames of one track in their places by their time stamps. */
export interface TrackClock {
  place(timeSeconds: number | null, samples: number, rate: number): Placement
  /** The end of what was placed so far, in seconds. */
  endSeconds(): number
}

/** Time stamps are rounded to whole ms in some containers, and to frames in others. */
const jitterSeconds = 0.04
/** Thirty years: beyond it a number has no room for parts of a second, and is no time. */
const latestSeconds = 1e9
/** A longer hole is no pause of a recording: two recordings follow each other. */
const longestHoleSeconds = 3_600
/** The same in containers whose time stamps may jump. */
const longestHoleOfRestarting = 600

/**
 * A stamp that is later than the end of the sound leaves a hole, which becomes silence. A stamp that
 * goes back, or jumps further than any pause, begins another recording, which follows at once: so no
 * stamp can make a file longer than its sound and real pauses.
 */
export function createTrackClock(options: TrackClockOptions): TrackClock {
  const { zeroSeconds, mayRestart, onlyFirstStamp } = options
  const longestHole = mayRestart ? longestHoleOfRestarting : longestHoleSeconds
  let shift = -zeroSeconds
  let end = 0
  let last: number | null = null

  function offBy(timeSeconds: number): number {
    // Frames with one stamp come out of one packet, and follow each other.
    const follows = onlyFirstStamp || timeSeconds === last
    if (last !== null && end > 0 && follows) return 0
    const goesBack = last !== null && timeSeconds < last - jitterSeconds
    const off = timeSeconds + shift - end
    last = timeSeconds
    if (!goesBack && off <= longestHole) return off
    shift = end - timeSeconds
    return 0
  }

  return {
    place: (timeSeconds, samples, rate) => {
      const isTime = timeSeconds !== null && Math.abs(timeSeconds) < latestSeconds
      const off = isTime ? offBy(timeSeconds) : 0
      const silence = off > jitterSeconds ? Math.round(off * rate) : 0
      // What comes before the zero is left out to the sample.
      const overlap = end === 0 ? 0 : jitterSeconds
      const skip = off < -overlap ? Math.min(samples, Math.round(-off * rate)) : 0
      end += (silence + samples - skip) / rate
      return { silence, skip }
    },
    endSeconds: () => end,
  }
}
