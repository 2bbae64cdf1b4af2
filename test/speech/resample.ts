/** Windowed-sinc resampling, as good as that of sound cards and browsers. */
export function resample(samples: Int16Array, fromRate: number, toRate: number): Int16Array {
  const cutoff = 0.92 * Math.min(1, toRate / fromRate)
  const reach = Math.ceil(24 / cutoff)
  const output = new Int16Array(Math.floor((samples.length * toRate) / fromRate))
  for (let index = 0; index < output.length; index += 1) {
    const centre = (index * fromRate) / toRate
    const from = Math.ceil(centre - reach)
    let sum = 0
    for (let at = Math.max(0, from); at <= centre + reach && at < samples.length; at += 1) {
      const x = at - centre
      const hann = 0.5 + 0.5 * Math.cos((Math.PI * x) / reach)
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x)
      sum += (samples[at] ?? 0) * cutoff * sinc * hann
    }
    output[index] = Math.max(-32_768, Math.min(32_767, Math.round(sum)))
  }
  return output
}
