/** A sine of amplitude 0.5. */
export function tone(hertz: number, rate: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, n) => 0.5 * Math.sin((2 * Math.PI * hertz * n) / rate))
}

interface Sweep {
  /** In Hz. */
  readonly from: number
  readonly to: number
  readonly rate: number
  /** In samples. */
  readonly length: number
}

/** A sine whose frequency rises steadily from `from` to `to`. */
export function sweep({ from, to, rate, length }: Sweep): Float32Array {
  const rise = (to - from) / (length / rate)
  return Float32Array.from({ length }, (_, n) => {
    const t = n / rate
    return 0.5 * Math.sin(2 * Math.PI * (from * t + (rise * t * t) / 2))
  })
}

/** Power against a sine of amplitude 0.5, in dB. */
export function decibels(samples: Float32Array): number {
  const power = samples.reduce((sum, value) => sum + value * value, 0) / samples.length
  return 10 * Math.log10(power / 0.125 + 1e-20)
}

/** Amplitude and phase of one frequency, by correlation under a Hann window. */
export function lineAt(samples: Float32Array, hertz: number, rate: number) {
  let re = 0
  let im = 0
  let weight = 0
  for (const [n, value] of samples.entries()) {
    const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / samples.length)
    const angle = (2 * Math.PI * hertz * n) / rate
    re += value * hann * Math.cos(angle)
    im += value * hann * Math.sin(angle)
    weight += hann
  }
  return { amplitude: (2 * Math.hypot(re, im)) / weight, phase: Math.atan2(re, im) }
}

/** The frequency of a tone that should be `expected`, in Hz, from how far its phase has moved. */
export function pitchNear(samples: Float32Array, expected: number, rate: number): number {
  const half = Math.floor(samples.length / 2)
  const before = lineAt(samples.subarray(0, half), expected, rate).phase
  const after = lineAt(samples.subarray(half, 2 * half), expected, rate).phase
  const should = (2 * Math.PI * expected * half) / rate
  const moved = after - before - should
  const extra = Math.atan2(Math.sin(moved), Math.cos(moved))
  return expected + (extra * rate) / (2 * Math.PI * half)
}

/** One after the other. */
export function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
