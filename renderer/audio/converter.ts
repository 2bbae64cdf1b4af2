import { createResampler, type Resampler } from './resampler'

/** Converts one channel to 16 kHz; each block can have another rate. */
export interface Converter {
  /** Takes samples at `rate` Hz, writes the samples they complete to `output`, returns their number. */
  process(rate: number, input: Float32Array, output: Float32Array): number
  /** Returns the samples that are still held back. Nothing may be processed afterwards. */
  flush(): Float32Array
  /** Returns the minimum length of `output` for an input of this length at this rate. */
  outputRoom(rate: number, inputLength: number): number
}

/** 3.5 ms. Every filter holds back at least this much, so that it can fade when the rate changes. */
const fadeSamples = 56

/** The gain from 0 at 0 to 1 at `fadeSamples`, so smooth that no click is audible. */
function fade(distance: number): number {
  if (distance <= 0) return 0
  if (distance >= fadeSamples) return 1
  const angle = (Math.PI * distance) / fadeSamples
  return (8 - 9 * Math.cos(angle) + Math.cos(3 * angle)) / 16
}

/**
 * A headset can change its rate while it is open. The sound at the old rate then fades out where it
 * ends, and the sound at the new rate fades in, so that there is no click. The new samples begin
 * exactly where the old ones ended, to a fraction of a sample, so that no time is lost.
 */
export function createConverter(): Converter {
  let rate = 0
  let resampler: Resampler | null = null
  /** What the old rate still adds to the next output samples. */
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

  /** Fades in the beginning of a rate and adds the end of the one before. */
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
