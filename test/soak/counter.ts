/** Counts the frames of sound that arrived, so that no clock runs ahead of them. */
export interface Counter {
  readonly frames: number
  /** Takes any message, and counts those with sound. */
  count(message: unknown): void
  /** Resolves when this many frames have arrived. */
  until(frames: number): Promise<void>
}

export function createCounter(): Counter {
  let frames = 0
  let wake: () => void = () => undefined
  return {
    get frames() {
      return frames
    },
    count: (message) => {
      if (typeof message !== 'object' || message === null || !('pcm' in message)) return
      frames += 1
      wake()
    },
    until: async (wanted) => {
      while (frames < wanted) await new Promise<void>((resolve) => (wake = resolve))
    },
  }
}
