import { sampleRate } from '../../common/model/sound'
import { designFilter, dotProduct } from './filter'

/** Times are exact to this fraction of an input sample: less is a rounding error of numbers. */
const finest = 1e6

/** A streaming converter of one channel to 16 kHz. It keeps its state between calls. */
export interface Resampler {
  /** Takes any number of samples, writes those they complete to `output`, returns their number. */
  process(input: Float32Array, output: Float32Array): number
  /** The distance from the next output to the end of the input so far, in output samples. */
  ahead(): number
  /** Returns the samples before that end that are held back. Nothing may be processed afterwards. */
  flush(): Float32Array
  /** Returns the minimum length of `output` for an input of this length. */
  outputRoom(inputLength: number): number
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

/**
 * Converts from a rate in Hz with a polyphase windowed-sinc filter, without the filter's delay. The
 * ratio is an exact fraction, so that no time is lost, however long it runs. The first input sample
 * is `first` output samples after the first output. Before it there is silence.
 */
export function createResampler(inputRate: number, first = 0): Resampler {
  const divisor = greatestCommonDivisor(inputRate, sampleRate)
  const up = sampleRate / divisor
  const down = inputRate / divisor
  const start = Math.round(((-first * inputRate) / sampleRate) * finest) / finest
  const steps = Math.floor((start - Math.floor(start)) * up)
  const between = Math.max(0, start - Math.floor(start) - steps / up)
  const places = Array.from({ length: up }, (_, phase) => phase / up + between)
  const { half, rows } = designFilter(inputRate, sampleRate, places)
  /** The same rate and the same places: nothing to filter. */
  const same = up === down && between === 0

  /** Input samples that are still needed. Those before the first are silence. */
  let heldLength = half - 1 - Math.floor(start)
  let held = new Float32Array(2 * heldLength + 4 * half)
  /** The next output is `places[phase]` after the input sample `heldStart + half - 1`. */
  let heldStart = 0
  let phase = steps
  let taken = 0
  let given = 0

  function hold(input: Float32Array): void {
    held.copyWithin(0, heldStart, heldLength)
    heldLength -= heldStart
    heldStart = 0
    if (heldLength + input.length > held.length) {
      const larger = new Float32Array(2 * (heldLength + input.length))
      larger.set(held.subarray(0, heldLength))
      held = larger
    }
    held.set(input, heldLength)
    heldLength += input.length
  }

  function filtered(): number {
    return dotProduct(held, heldStart, rows[phase] as Float32Array) // phase < up, the number of rows
  }

  function produce(output: Float32Array): number {
    let written = 0
    while (heldStart + 2 * half <= heldLength) {
      output[written] = same ? (held[heldStart + half - 1] as number) : filtered() // within held
      written += 1
      phase += down
      const whole = Math.floor(phase / up)
      phase -= whole * up
      heldStart += whole
    }
    return written
  }

  function outputRoom(inputLength: number): number {
    return Math.ceil(((inputLength + heldLength - heldStart) * up) / down) + 1
  }

  return {
    process: (input, output) => {
      hold(input)
      const written = produce(output)
      taken += input.length
      given += written
      return written
    },
    ahead: () => first + (taken * up) / down - given,
    flush: () => {
      const rest = new Float32Array(outputRoom(half))
      hold(new Float32Array(half))
      return rest.subarray(0, produce(rest))
    },
    outputRoom,
  }
}
