import type { StreamingDeps } from './deps'
import { createSoundDetector } from './sound-detector'

/** After this long without a sound on any source, sessions end: they would only cost money. */
const longMs = 60_000

/** The silence of all streams of a recording together. */
export interface Silence {
  /** One more stream is heard. `onSound` runs when a long silence of all is over. */
  join(onSound: () => void): StreamSilence
}

/** What one stream knows of the silence. */
export interface StreamSilence {
  /** Takes each frame of the stream, s16. */
  hear(pcm: ArrayBuffer): void
  /** Nothing has sounded on any source for a minute. */
  readonly isLong: boolean
  /** The silence begins again, without a sound. */
  restart(): void
  leave(): void
}

export function createSilence(
  deps: Pick<StreamingDeps, 'now'>,
  createDetector = createSoundDetector,
): Silence {
  const listeners = new Set<() => void>()
  let since = deps.now()
  const isLong = () => deps.now() - since >= longMs

  return {
    join: (onSound) => {
      const isSound = createDetector()
      listeners.add(onSound)
      return {
        hear: (pcm) => {
          if (!isSound(pcm)) return
          const wasLong = isLong()
          since = deps.now()
          if (wasLong) for (const listener of listeners) listener()
        },
        get isLong() {
          return isLong()
        },
        restart: () => {
          since = deps.now()
        },
        leave: () => void listeners.delete(onSound),
      }
    },
  }
}
