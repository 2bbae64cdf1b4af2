import type { Gap, RecorderEvent, Source } from '../../../common/model'
import { samplesToMs } from '../../../common/time'

/** Reports ranges without words, or without sound. A range that still grows keeps its id. */
export interface GapRecorder {
  /** The range has no words, and it may grow. Ends of the range in samples. */
  grow(fromSample: number, toSample: number): void
  /** The range ends here, because live text continues after it. */
  close(fromSample: number, toSample: number): void
  /** The sound of the growing range is sent again, so that it is no gap. */
  resend(): void
}

export interface GapRecorderOptions extends Pick<Gap, 'reason' | 'sound'> {
  readonly source: Source
  readonly report: (event: RecorderEvent) => void
  readonly newId: () => string
}

export function createGapRecorder(options: GapRecorderOptions): GapRecorder {
  const { source, report, newId, reason, sound } = options
  let growing: Gap | null = null

  function grow(fromSample: number, toSample: number): void {
    const startMs = samplesToMs(fromSample)
    const endMs = samplesToMs(toSample)
    if (endMs <= startMs) return
    const id = growing?.id ?? newId()
    growing = { id, source, startMs, endMs, reason, sound, filled: false }
    report({ type: 'gap', gap: growing })
  }

  return {
    grow,
    close: (fromSample, toSample) => {
      grow(fromSample, toSample)
      growing = null
    },
    resend: () => {
      if (growing !== null) report({ type: 'gap', gap: { ...growing, filled: true } })
      growing = null
    },
  }
}
