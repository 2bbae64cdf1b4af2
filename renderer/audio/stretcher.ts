import { sampleRate } from '../../common/model/sound'
import { designFilter, dotProduct } from './filter'

/** Rows between two samples. Interpolated between rows, the error is below -90 dB. */
const rowsPerSample = 128

/** Makes sound of 16 kHz a little longer or shorter, by a ratio that can change at any time. */
export interface Stretcher {
  /** Takes samples, writes those they complete to `output`, and returns their number. */
  process(input: Float32Array, output: Float32Array): number
  /** Output samples per input sample from now on, close to 1. */
  ratio: number
  /** Returns the samples that are held back. Nothing may be processed afterwards. */
  flush(): Float32Array
  /** Returns the minimum length of `output` for an input of this length. */
  outputRoom(inputLength: number): number
}

let shared: ReturnType<typeof designFilter> | null = null

/** The filter is the same for every stretcher, and takes some ms to design. */
function interpolationFilter(): ReturnType<typeof designFilter> {
  const places = Array.from({ length: rowsPerSample + 1 }, (_, row) => row / rowsPerSample)
  shared ??= designFilter(sampleRate, sampleRate, places)
  return shared
}

/**
 * Interpolates with a windowed sinc, without the filter's delay. The position between two inputs
 * advances by 1 / ratio with each output, so that a change of the ratio makes no click.
 */
export function createStretcher(): Stretcher {
  const { half, rows } = interpolationFilter()
  /** Input samples that are still needed. Those before the first are silence. */
  let held = new Float32Array(8 * half)
  let heldLength = half - 1
  let heldStart = 0
  /** The next output is this much after the input `heldStart + half - 1`; 0 to below 1. */
  let place = 0
  let ratio = 1

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

  function interpolate(): number {
    const at = place * rowsPerSample
    const index = Math.floor(at)
    const share = at - index
    // place < 1, so both rows exist
    const low = dotProduct(held, heldStart, rows[index] as Float32Array)
    if (share === 0) return low
    const high = dotProduct(held, heldStart, rows[index + 1] as Float32Array)
    return low + (high - low) * share
  }

  function produce(output: Float32Array): number {
    let written = 0
    while (heldStart + 2 * half <= heldLength) {
      output[written] = interpolate()
      written += 1
      place += 1 / ratio
      const whole = Math.floor(place)
      place -= whole
      heldStart += whole
    }
    return written
  }

  const outputRoom = (inputLength: number): number =>
    Math.ceil((inputLength + heldLength - heldStart) * ratio) + 1

  return {
    get ratio() {
      return ratio
    },
    set ratio(value) {
      ratio = value
    },
    process: (input, output) => {
      hold(input)
      return produce(output)
    },
    flush: () => {
      const rest = new Float32Array(outputRoom(half))
      hold(new Float32Array(half))
      return rest.subarray(0, produce(rest))
    },
    outputRoom,
  }
}
