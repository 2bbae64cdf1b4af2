import type { Gap, RecorderEvent, Source } from '../../../preload/model'
import { samplesToMs } from '../capture/timeline'

/** Reports ranges without words, or without sound; a range that is still growing keeps its id. */
export interface GapRecorder {
  /** There are no words from here to there, and more may follow. Ends of the range in samples. */
  grow(fromSample: number, toSample: number): void
  /** The range ends there, since live text goes on after it. */
  close(fromSample: number, toSample: number): void
  /** The audio of the growing range is sent again after all. */
  resend(): void
}

export function createGapRecorder(
  source: Source,
  emit: (event: RecorderEvent) => void,
  newId: () => string,
  kind: Pick<Gap, 'reason' | 'sound'> = { reason: 'network', sound: true },
): GapRecorder {
  let growing: Gap | null = null

  function grow(fromSample: number, toSample: number): void {
    const startMs = samplesToMs(fromSample)
    const endMs = samplesToMs(toSample)
    if (endMs <= startMs) return
    const id = growing?.id ?? newId()
    growing = { id, source, startMs, endMs, ...kind, filled: false }
    emit({ type: 'gap', gap: growing })
  }

  return {
    grow,
    close: (fromSample, toSample) => {
      grow(fromSample, toSample)
      growing = null
    },
    resend: () => {
      if (growing !== null) emit({ type: 'gap', gap: { ...growing, filled: true } })
      growing = null
    },
  }
}
