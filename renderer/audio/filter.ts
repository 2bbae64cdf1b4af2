/** Kaiser design: alias and image products are at least this far below the signal, in dB. */
const stopBandDb = 90
/** The pass band's share of the lower Nyquist frequency; the stop band begins at that frequency. */
const passShare = 0.9

/** A low-pass filter between two rates. It has a row of coefficients for each place between inputs. */
export interface Filter {
  /** Each row takes this many input samples before and after its place. */
  readonly half: number
  readonly rows: readonly Float32Array[]
}

/** The zeroth modified Bessel function, as a power series. The Kaiser window uses it. */
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
 * Returns a windowed sinc for each of the `places`, which are fractions of an input sample from 0 to
 * below 1. Rates in Hz. Each row sums to one, so that no place is louder than another.
 */
export function designFilter(
  inputRate: number,
  outputRate: number,
  places: readonly number[],
): Filter {
  const nyquist = Math.min(inputRate, outputRate) / 2
  const transition = nyquist * (1 - passShare)
  const half = Math.ceil((((stopBandDb - 7.95) / 14.36) * (inputRate / transition)) / 2)
  const cutoff = nyquist - transition / 2
  const beta = 0.1102 * (stopBandDb - 8.7)
  const rows = places.map((place) => {
    const row = Float32Array.from({ length: 2 * half }, (_, tap) => {
      const distance = place + half - 1 - tap
      const edge = Math.max(0, 1 - (distance / half) ** 2)
      return sinc((2 * cutoff * distance) / inputRate) * bessel0(beta * Math.sqrt(edge))
    })
    const sum = row.reduce((total, value) => total + value, 0)
    return row.map((value) => value / sum)
  })
  return { half, rows }
}

/**
 * The sum of the products of a row with the samples from `start` on; `samples` reaches at least that
 * far. A row has an even length. Two sums that do not wait for each other are nearly twice as fast, and
 * this is where most of the recorder's processor time goes.
 */
export function dotProduct(samples: Float32Array, start: number, row: Float32Array): number {
  const length = row.length
  let even = 0
  let odd = 0
  for (let tap = 0; tap < length; tap += 2) {
    even += (samples[start + tap] as number) * (row[tap] as number)
    odd += (samples[start + tap + 1] as number) * (row[tap + 1] as number)
  }
  return even + odd
}
