import type { ErrorValue } from '../../preload/errors'
import type { UpdateStage } from '../../preload/model'

const hourMs = 60 * 60_000
const dayMs = 24 * hourMs

/** All that is known of updates. Times are ms since 1970. */
export interface Knowledge {
  readonly working: 'check' | 'download' | null
  /** The newer version that the server has. */
  readonly found: string | null
  /** It is here, whole and verified. */
  readonly downloaded: boolean
  /** When anything was last asked for, and when the last answer came. */
  readonly triedAt: number | null
  readonly checkedAt: number | null
  readonly error: ErrorValue | null
}

export const nothingKnown: Knowledge = {
  working: null,
  found: null,
  downloaded: false,
  triedAt: null,
  checkedAt: null,
  error: null,
}

export interface Circumstances {
  /** Whether this copy can replace itself. */
  readonly supported: boolean
  /** The setting. */
  readonly enabled: boolean
  readonly recording: boolean
  readonly now: number
}

export type UpdateStep = 'check' | 'download' | 'cancel'

/**
 * What is to be done now, or null. It asks at the start, then daily, and an hour after a failure.
 * While a recording is on nothing is downloaded, and a download that has begun is called off.
 */
export function nextStep(known: Knowledge, now: Circumstances): UpdateStep | null {
  if (known.working !== null) {
    const unwanted = !now.enabled || now.recording
    return known.working === 'download' && unwanted ? 'cancel' : null
  }
  if (!now.supported || !now.enabled || known.downloaded) return null
  // A clock that was set back must not put the next question off for ever.
  const since = known.triedAt === null ? Infinity : Math.abs(now.now - known.triedAt)
  if (known.error !== null && since < hourMs) return null
  if (known.found !== null) return now.recording ? null : 'download'
  return since >= (known.error === null ? dayMs : hourMs) ? 'check' : null
}

/** How it stands, as a person is told. What is downloaded stays so where the setting is off. */
export function stageOf(known: Knowledge, now: Circumstances): UpdateStage {
  if (!now.supported) return 'unsupported'
  if (known.downloaded) return 'ready'
  if (!now.enabled) return 'off'
  if (known.working === 'check') return 'checking'
  if (known.working === 'download') return 'downloading'
  return known.found !== null && now.recording ? 'waiting' : 'idle'
}
