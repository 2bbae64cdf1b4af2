/**
 * The power of some frequencies in windows of `size` samples, by Goertzel's recurrence.
 * A sine of amplitude A over the whole window gives (A * size / 2)². The returned array is reused.
 */
export function createGoertzel(
  frequencies: readonly number[],
  sampleRate: number,
  size: number,
): (window: Float32Array) => Float64Array {
  const coefficients = frequencies.map((hertz) => 2 * Math.cos((2 * Math.PI * hertz) / sampleRate))
  const powers = new Float64Array(frequencies.length)
  return (window) => {
    for (const [index, coefficient] of coefficients.entries()) {
      let previous = 0
      let before = 0
      for (let at = 0; at < size; at += 1) {
        const next = (window[at] ?? 0) + coefficient * previous - before
        before = previous
        previous = next
      }
      powers[index] = previous * previous + before * before - coefficient * previous * before
    }
    return powers
  }
}
