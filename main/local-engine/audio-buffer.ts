/** The audio of one session that may still be decoded: appended at the end, dropped from the front. */
export interface AudioBuffer {
  /** Appends little-endian s16. */
  append(pcm: Uint8Array): void
  /** Returns a copy of these samples, counted from the session's start. */
  slice(start: number, end: number): Float32Array
  /** Drops everything before this sample. */
  forget(before: number): void
  /** Returns the number of samples received so far. */
  total(): number
}

/** Converts little-endian s16 to samples from -1 to 1. */
export function toFloats(pcm: Uint8Array): Float32Array {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  const samples = new Float32Array(pcm.byteLength >> 1)
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = view.getInt16(index * 2, true) / 32_768
  }
  return samples
}

const initialCapacity = 16_000 * 12

export function createAudioBuffer(): AudioBuffer {
  let samples = new Float32Array(initialCapacity)
  let first = 0
  let total = 0

  function makeRoom(count: number): void {
    const held = total - first
    if (held + count <= samples.length) return
    const larger = new Float32Array(Math.max(samples.length * 2, held + count))
    larger.set(samples.subarray(0, held))
    samples = larger
  }

  return {
    append(pcm) {
      const count = pcm.byteLength >> 1
      makeRoom(count)
      const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
      const offset = total - first
      for (let index = 0; index < count; index += 1) {
        samples[offset + index] = view.getInt16(index * 2, true) / 32_768
      }
      total += count
    },
    slice: (start, end) =>
      samples.slice(Math.max(start, first) - first, Math.min(end, total) - first),
    forget(before) {
      // Moving the remaining samples for each frame would cost more than keeping an extra second.
      if (before - first < 16_000) return
      samples.copyWithin(0, before - first, total - first)
      first = before
    },
    total: () => total,
  }
}
