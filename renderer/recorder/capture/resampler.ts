import { sampleRate } from '../../../preload/model/sound'

/** Kaiser design: alias and image products stay this far below the signal, in dB. */
const stopBandDb = 90
/** The pass band's share of the lower Nyquist frequency; the stop band begins at that frequency. */
const passShare = 0.9

/** A streaming converter of one channel between two rates; its state carries over from call to call. */
export interface Resampler {
  /** Takes any number of samples, writes what they complete to `output`, returns how many. */
  process(input: Float32Array, output: Float32Array): number
  /** Writes the samples that the filter still holds back. Nothing may be processed afterwards. */
  flush(output: Float32Array): number
  /** How long `output` must be at least for an input of this length. */
  outputRoom(inputLength: number): number
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

/** The zeroth modified Bessel function, as a power series; the Kaiser window is made of it. */
function bessel0(x: number): number {
  let sum = 1
  let term = 1
  for (let k = 1; term > sum * 1e-16; k += 1) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

/**
 * One row of `2 * half` coefficients for each of the `up` positions that an output sample can have
 * between two input samples. Each row sums to one, so that no phase is louder than another.
 */
function designRows(inputRate: number, up: number, half: number, cutoff: number): Float32Array[] {
  const beta = 0.1102 * (stopBandDb - 8.7)
  const scale = bessel0(beta)
  return Array.from({ length: up }, (_, phase) => {
    const row = new Float32Array(2 * half)
    let sum = 0
    for (let tap = 0; tap < row.length; tap += 1) {
      const distance = phase / up + half - 1 - tap
      const edge = Math.max(0, 1 - (distance / half) ** 2)
      const value = sinc((2 * cutoff * distance) / inputRate) * bessel0(beta * Math.sqrt(edge))
      row[tap] = value / scale
      sum += value / scale
    }
    return row.map((value) => value / sum)
  })
}

/** The same rate on both sides: nothing to filter. */
const passThrough: Resampler = {
  process: (input, output) => {
    output.set(input)
    return input.length
  },
  flush: () => 0,
  outputRoom: (inputLength) => inputLength,
}

/**
 * Converts between two whole rates in Hz with a polyphase windowed-sinc filter. The ratio is an
 * exact fraction: n input samples make ceil(n * outputRate / inputRate) output samples, and output
 * sample k stands at the time k / outputRate of the input, without the filter's delay.
 */
export function createResampler(inputRate: number, outputRate: number = sampleRate): Resampler {
  const divisor = greatestCommonDivisor(inputRate, outputRate)
  const up = outputRate / divisor
  const down = inputRate / divisor
  if (up === down) return passThrough

  const nyquist = Math.min(inputRate, outputRate) / 2
  const transition = nyquist * (1 - passShare)
  const half = Math.ceil((((stopBandDb - 7.95) / 14.36) * (inputRate / transition)) / 2)
  const rows = designRows(inputRate, up, half, nyquist - transition / 2)

  /** Input samples that are still needed; the ones before the first are silence. */
  let held = new Float32Array(4 * half)
  let heldLength = half - 1
  /** The next output sample stands `phase / up` after the input sample `heldStart + half - 1`. */
  let heldStart = 0
  let phase = 0

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

  function produce(output: Float32Array): number {
    const taps = 2 * half
    let written = 0
    while (heldStart + taps <= heldLength) {
      const row = rows[phase] as Float32Array // phase < up, the number of rows
      let sum = 0
      for (let tap = 0; tap < taps; tap += 1) {
        sum += (held[heldStart + tap] as number) * (row[tap] as number) // both within their length
      }
      output[written] = sum
      written += 1
      phase += down
      const whole = Math.floor(phase / up)
      phase -= whole * up
      heldStart += whole
    }
    return written
  }

  return {
    process: (input, output) => {
      hold(input)
      return produce(output)
    },
    flush: (output) => {
      hold(new Float32Array(half))
      return produce(output)
    },
    outputRoom: (inputLength) => Math.ceil(((inputLength + 2 * half) * up) / down) + 1,
  }
}
