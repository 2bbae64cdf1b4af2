/** Zero crossings of the filter on each side: enough that what is left of aliases is not heard. */
const crossings = 24

/**
 * Brings samples from one rate to another with a windowed-sinc filter (Blackman), whose cut-off is
 * just under half of the lower rate. Nothing is shifted in time.
 * @param {Float32Array} samples
 * @param {number} from rate in Hz
 * @param {number} to rate in Hz
 * @returns {Float32Array}
 */
export function resample(samples, from, to) {
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
    const filter = filters[position % phases]
    let sum = 0
    for (let tap = 0; tap < filter.length; tap++) sum += filter[tap] * (samples[first + tap] ?? 0)
    result[n] = sum
  }
  return result
}

/** The taps for an output sample that lies `offset` of an input sample after one. */
function filterFor(offset, cutoff, reach) {
  const taps = Float32Array.from({ length: 2 * reach }, (_, tap) => {
    const distance = tap - reach + 1 - offset
    const window = (distance / reach + 1) / 2
    if (window <= 0 || window >= 1) return 0
    const blackman =
      0.42 - 0.5 * Math.cos(2 * Math.PI * window) + 0.08 * Math.cos(4 * Math.PI * window)
    return sinc(distance * cutoff) * cutoff * blackman
  })
  // A steady level stays as it is, in every phase.
  const sum = taps.reduce((total, tap) => total + tap, 0)
  return taps.map((tap) => tap / sum)
}

function sinc(x) {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

function greatestCommonDivisor(a, b) {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
