/**
 * Samples of -1 to 1 as little-endian s16 in a buffer of their own; louder ones are clipped, never
 * wrapped. Every processor that Parley runs on is little-endian, so the array's own order is right.
 */
export function toPcm(samples: Float32Array): ArrayBuffer {
  const pcm = new Int16Array(samples.length)
  for (let index = 0; index < pcm.length; index += 1) {
    const scaled = Math.round((samples[index] as number) * 32_768) // index is within the length
    pcm[index] = scaled > 32_767 ? 32_767 : scaled < -32_768 ? -32_768 : scaled
  }
  return pcm.buffer
}
