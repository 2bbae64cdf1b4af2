import type { ErrorValue, Result } from '../../preload/errors'
import type { SessionGrant, Settings, Source } from '../../preload/model'
import type { Library } from '../library/library'
import type { Reserve } from '../library/reserve'
import type { WavOptions } from '../library/wav'
import type { Limits, RecorderLink } from './run'
import type { Broadcast } from './transcript'

export interface Lending {
  /** The recording's life. */
  readonly life: AbortSignal
  /** Told before each wait for another try, with what made it necessary. */
  readonly onWait: (error: ErrorValue) => void
}

/** The world around recordings. */
export interface RecordingsOptions {
  library: Library
  recorder: RecorderLink
  /** The settings now. A recording keeps those of its start, apart from what is captured. */
  settings: () => Settings
  /** A grant for one connection under the settings with which the recording began. */
  grant: (source: Source, settings: Settings, lending: Lending) => Promise<Result<SessionGrant>>
  broadcast: Broadcast
  /** Bytes free where the library is; null where nobody can tell. */
  freeBytes: () => Promise<number | null>
  /** Room that is given up for the text on a full disk. */
  reserve: Reserve
  newId: () => string
  now?: () => number
  /** Milliseconds of a clock that nobody sets. */
  monotonic?: () => number
  wav?: WavOptions
  limits?: Partial<Limits>
}
