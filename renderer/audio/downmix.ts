/** Brings the channels of a source to one. Its state carries over from block to block. */
export interface Downmix {
  /**
   * Mixes planes of equal length into `output`. `channels` says what each plane is, by FFmpeg's
   * AVChannel numbers (0 front left, 1 front right, 2 centre, 3 LFE, 4 and 5 back, 9 and 10 side),
   * or -1 if nobody knows.
   */
  mix(planes: readonly Float32Array[], channels: readonly number[], output: Float32Array): void
}

const lfe = 3
/** The usual downmix to stereo (ITU-R BS.775), then the mean of both sides. */
const weights = new Map([
  [0, 0.5],
  [1, 0.5],
  [2, Math.SQRT1_2],
  [4, 0.5 * Math.SQRT1_2],
  [5, 0.5 * Math.SQRT1_2],
  [8, 0.5 * Math.SQRT1_2],
  [9, 0.5 * Math.SQRT1_2],
  [10, 0.5 * Math.SQRT1_2],
])

/** Below this correlation, the two channels would cancel each other out. */
const oppositeBelow = -0.7
/** Above it they are added again as they are. */
const togetherAbove = -0.2
/** Samples over which the sign of a channel changes, so that there is no click. */
const turnSamples = 512
/** Samples that are judged together at most; a device delivers as few as 128. */
const blockSamples = 1_024
/** How long the past counts: a few ms alone say little of a voice. */
const memorySamples = 2_048

/** One downmix of a source; two channels in opposite phase are added, not cancelled. */
export function createDownmix(): Downmix {
  /** The sign of the second channel of a pair: 1, or -1 while the pair is in opposite phase. */
  let sign = 1
  let wanted = 1
  let judged = false
  /** What both channels have in common and the energy of both, of late. */
  let both = 0
  let all = 0

  function judge(left: Float32Array, right: Float32Array): void {
    const keep = Math.exp(-left.length / memorySamples)
    both *= keep
    all *= keep
    for (let at = 0; at < left.length; at += 1) {
      const a = left[at] as number // at < length, and both are equally long
      const b = right[at] as number
      both += a * b
      all += a * a + b * b
    }
    if (!(all > 1e-9 * memorySamples)) return
    const correlation = (2 * both) / all
    if (correlation < oppositeBelow) wanted = -1
    else if (correlation > togetherAbove) wanted = 1
    // At the first sound nothing is there yet that could click.
    if (!judged) sign = wanted
    judged = true
  }

  function mixPair(left: Float32Array, right: Float32Array, output: Float32Array): void {
    judge(left, right)
    const step = 2 / turnSamples
    for (let at = 0; at < left.length; at += 1) {
      if (sign !== wanted)
        sign = wanted > sign ? Math.min(1, sign + step) : Math.max(-1, sign - step)
      output[at] = 0.5 * ((left[at] as number) + sign * (right[at] as number))
    }
  }

  function mixMany(
    planes: readonly Float32Array[],
    channels: readonly number[],
    output: Float32Array,
  ): void {
    const known = channels.every((channel) => channel === lfe || weights.has(channel))
    output.fill(0)
    planes.forEach((plane, index) => {
      const channel = channels[index] ?? -1
      const weight = known ? (weights.get(channel) ?? 0) : 1 / planes.length
      if (weight === 0) return
      for (let at = 0; at < output.length; at += 1) {
        output[at] = (output[at] as number) + weight * (plane[at] as number)
      }
    })
  }

  return {
    mix: (planes, channels, output) => {
      const [first, second] = planes
      if (!first) output.fill(0)
      else if (!second) output.set(first)
      else if (planes.length > 2) mixMany(planes, channels, output)
      else {
        for (let from = 0; from < first.length; from += blockSamples) {
          const to = Math.min(first.length, from + blockSamples)
          mixPair(first.subarray(from, to), second.subarray(from, to), output.subarray(from, to))
        }
      }
    },
  }
}
