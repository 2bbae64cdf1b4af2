import type { ErrorValue } from '../../common/errors'
import type { UpdateStage } from '../../common/model'

const hourMs = 60 * 60_000
const dayMs = 24 * hourMs

/**
 * Everything that is known about updates. Times are ms of a monotonic clock, apart from
 * `checkedAt`.
 */
export interface Knowledge {
  readonly working: 'check' | 'download' | null
  /** The newer version that the server has. */
  readonly found: string | null
  /** It is downloaded and verified. */
  readonly downloaded: boolean
  /** The time of the last request. */
  readonly triedAt: number | null
  /** The time of the last answer, in ms since 1970; it is shown. */
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
  /** The setting of the person. */
  readonly enabled: boolean
  readonly recording: boolean
  readonly now: number
}

export type UpdateStep = 'check' | 'download' | 'cancel'

/**
 * What to do now, or null. It checks at the start, then daily, and an hour after a failure. During a
 * recording nothing is downloaded, and a running download is cancelled.
 */
export function nextStep(known: Knowledge, now: Circumstances): UpdateStep | null {
  if (known.working !== null) {
    const unwanted = !now.enabled || now.recording
    return known.working === 'download' && unwanted ? 'cancel' : null
  }
  if (!now.supported || !now.enabled || known.downloaded) return null
  const since = known.triedAt === null ? Infinity : now.now - known.triedAt
  if (known.error !== null && since < hourMs) return null
  if (known.found !== null) return now.recording ? null : 'download'
  return since >= (known.error === null ? dayMs : hourMs) ? 'check' : null
}

/** The state that a person sees. A downloaded version stays if the setting is turned off. */
export function stageOf(known: Knowledge, now: Circumstances): UpdateStage {
  if (!now.supported) return 'unsupported'
  if (known.downloaded) return 'ready'
  if (!now.enabled) return 'off'
  if (known.working === 'check') return 'checking'
  if (known.working === 'download') return 'downloading'
  return known.found !== null && now.recording ? 'waiting' : 'idle'
}
