/** Bursts of 160 ms in near silence, 16 kHz: each is one token for the made transducers. */
export function bursts(startsMs: readonly number[], lengthMs: number): Float32Array {
  const samples = new Float32Array(lengthMs * 16)
  for (let index = 0; index < samples.length; index += 1) {
    const ms = index / 16
    const loud = startsMs.some((start) => ms >= start && ms < start + 160)
    samples[index] = (loud ? 0.5 : 0.0005) * Math.sin(index * 0.3)
  }
  return samples
}
