import { frameSamples } from '../../../preload/model/sound'

/** Cuts a stream of samples into frames of one size. */
export interface Framer {
  /** Takes the first `count` of `samples`. */
  push(samples: Float32Array, count: number): void
  /** Pads what is left with silence to a whole frame; nothing where nothing is left. */
  finish(): void
}

/** `emit` gets each full frame; the array is used again for the next one. */
export function createFramer(
  emit: (frame: Float32Array) => void,
  size: number = frameSamples,
): Framer {
  const frame = new Float32Array(size)
  let filled = 0

  function push(samples: Float32Array, count: number): void {
    let taken = 0
    while (taken < count) {
      const part = Math.min(size - filled, count - taken)
      frame.set(samples.subarray(taken, taken + part), filled)
      filled += part
      taken += part
      if (filled === size) {
        filled = 0
        emit(frame)
      }
    }
  }

  function finish(): void {
    if (filled === 0) return
    frame.fill(0, filled)
    filled = 0
    emit(frame)
  }

  return { push, finish }
}
