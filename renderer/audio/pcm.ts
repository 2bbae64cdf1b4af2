/**
 * Converts samples of -1 to 1 to little-endian s16 in a new buffer. Louder samples are clipped, never
 * wrapped. Every processor that Parley runs on is little-endian, as is the array.
 */
export function toPcm(samples: Float32Array): ArrayBuffer {
  const pcm = new Int16Array(samples.length)
  for (let index = 0; index < pcm.length; index += 1) {
    const scaled = Math.round((samples[index] as number) * 32_768) // index is within the length
    pcm[index] = scaled > 32_767 ? 32_767 : scaled < -32_768 ? -32_768 : scaled
  }
  return pcm.buffer
}
