import { frameSamples } from '../../../common/model/sound'

/** Cuts a stream of samples into frames of 50 ms. */
export interface Framer {
  /** Takes the first `count` of `samples`. */
  push(samples: Float32Array, count: number): void
  /** Pads what is left with silence to a whole frame. Emits nothing if nothing is left. */
  finish(): void
}

/** `emit` receives each full frame. The array is used again for the next one. */
export function createFramer(emit: (frame: Float32Array) => void): Framer {
  const frame = new Float32Array(frameSamples)
  let filled = 0

  return {
    push: (samples, count) => {
      let taken = 0
      while (taken < count) {
        const part = Math.min(frame.length - filled, count - taken)
        frame.set(samples.subarray(taken, taken + part), filled)
        filled += part
        taken += part
        if (filled < frame.length) return
        filled = 0
        emit(frame)
      }
    },
    finish: () => {
      if (filled === 0) return
      frame.fill(0, filled)
      filled = 0
      emit(frame)
    },
  }
}
