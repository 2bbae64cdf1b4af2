/** Zero crossings of the filter on each side: enough that aliases cannot be heard. */
const crossings = 24

/**
 * Converts samples from one rate (Hz) to another with a windowed-sinc filter (Blackman), whose
 * cut-off is just below half of the lower rate. It shifts nothing in time.
 */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples
  const divisor = greatestCommonDivisor(from, to)
  const phases = to / divisor
  const step = from / divisor
  const cutoff = Math.min(1, to / from) * 0.96
  const reach = Math.ceil(crossings / cutoff)
  const filters = Array.from({ length: phases }, (_, phase) =>
    filterFor(phase / phases, cutoff, reach),
  )
  const result = new Float32Array(Math.floor((samples.length * phases) / step))
  for (let n = 0; n < result.length; n++) {
    const position = n * step
    const first = Math.floor(position / phases) - reach + 1
    const filter = filters[position % phases] ?? new Float32Array()
    let sum = 0
    for (let tap = 0; tap < filter.length; tap++)
      sum += (filter[tap] ?? 0) * (samples[first + tap] ?? 0)
    result[n] = sum
  }
  return result
}

/** The taps for an output sample at `offset` (0 to 1) between two input samples. */
function filterFor(offset: number, cutoff: number, reach: number): Float32Array {
  const taps = Float32Array.from({ length: 2 * reach }, (_, tap) => {
    const distance = tap - reach + 1 - offset
    const window = (distance / reach + 1) / 2
    if (window <= 0 || window >= 1) return 0
    const blackman =
      0.42 - 0.5 * Math.cos(2 * Math.PI * window) + 0.08 * Math.cos(4 * Math.PI * window)
    return sinc(distance * cutoff) * cutoff * blackman
  })
  // Keeps a constant level in every phase.
  const sum = taps.reduce((total, tap) => total + tap, 0)
  return taps.map((tap) => tap / sum)
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
