/** The same noise at each call, from -1 to 1. */
export function noise(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

/** Bursts of noise of 160 ms in near silence, 16 kHz: each is one token for the made transducers. */
export function bursts(startsMs: readonly number[], lengthMs: number): Float32Array {
  const next = noise()
  return Float32Array.from({ length: lengthMs * 16 }, (_, index) => {
    const ms = index / 16
    const loud = startsMs.some((start) => ms >= start && ms < start + 160)
    return (loud ? 0.4 : 0.0001) * next()
  })
}
