import { createResampler, type Resampler } from './resampler'

/** Brings one channel to 16 kHz from whatever rate each block has. */
export interface Converter {
  /** Takes samples at `rate` Hz, writes what they complete to `output`, returns how many. */
  process(rate: number, input: Float32Array, output: Float32Array): number
  /** The samples that are still held back. Nothing may be processed afterwards. */
  flush(): Float32Array
  /** How long `output` must be at least for an input of this length at this rate. */
  outputRoom(rate: number, inputLength: number): number
}

/** 3.5 ms: what every filter still holds back, so that it can be faded when the rate has changed. */
const fadeSamples = 56

/** From silence at 0 to all of it at `fadeSamples`, so smooth that it cannot be heard as a click. */
function fade(distance: number): number {
  if (distance <= 0) return 0
  if (distance >= fadeSamples) return 1
  const angle = (Math.PI * distance) / fadeSamples
  return (8 - 9 * Math.cos(angle) + Math.cos(3 * angle)) / 16
}

/**
 * A headset may change its rate while it is open, and starts anew when it does: the old rate's sound
 * fades out where it ends, and the new one's fades in, so that there is no click. The new samples
 * stand where the old ones ended, to a part of a sample, so that no time is lost.
 */
export function createConverter(): Converter {
  let rate = 0
  let resampler: Resampler | null = null
  /** What the ended rate still gives to the next output samples. */
  let ending = new Float32Array(0)
  /** Where it ended, in output samples after the next one. */
  let joint = -fadeSamples

  function resamplerFor(wanted: number): Resampler {
    if (resampler !== null && wanted === rate) return resampler
    rate = wanted
    if (resampler === null) return (resampler = createResampler(wanted))
    const end = resampler.ahead()
    ending = join(resampler.flush()).map((value, index) => value * fade(end - index))
    joint = end
    return (resampler = createResampler(wanted, end))
  }

  /** Fades the beginning of a rate in, onto the end of the one before. */
  function join(output: Float32Array): Float32Array<ArrayBuffer> {
    const joined = output.map((value, index) => value * fade(index - joint) + (ending[index] ?? 0))
    ending = ending.subarray(output.length)
    joint -= output.length
    return joined
  }

  return {
    process: (inputRate, input, output) => {
      const written = resamplerFor(inputRate).process(input, output)
      if (joint > -fadeSamples) output.set(join(output.subarray(0, written)))
      return written
    },
    flush: () => (resampler === null ? new Float32Array(0) : join(resampler.flush())),
    outputRoom: (inputRate, inputLength) => resamplerFor(inputRate).outputRoom(inputLength),
  }
}
