import type { ErrorValue } from '../../common/errors'
import type { Reserve, WavOptions } from '../audio-files'
import type { Broadcast } from '../boundary'
import type { Library } from '../library'
import type { FinalizeLimits } from './finalize'
import type { RecorderLink } from './recorder-supervisor'
import type { RequestGrant } from './token-gate'

/** How often and how long, in ms. */
export interface Limits extends FinalizeLimits {
  /** Between writes of the audio; a killed process loses this much, and what has not arrived yet. */
  readonly flush: number
  readonly status: number
  /** Between checks of the free space on the disk. */
  readonly space: number
}

export const defaultLimits: Limits = {
  flush: 250,
  status: 1_000,
  space: 10_000,
  stop: 75_000,
  quiet: 250,
  drain: 1_000,
}

/** How the system audio is heard. */
export interface SystemSoundState {
  /** Why something that plays is not heard; null if nothing is amiss. */
  problem(): ErrorValue | null
  /** What Parley plays is recorded, too. */
  hearsOwn(): boolean
}

/** What every recording needs. */
export interface RecordingDeps {
  readonly library: Library
  readonly recorder: RecorderLink
  readonly grant: RequestGrant
  /** Stores which model answers a name; false if that was known. */
  readonly rememberAnswer: (requested: string, answered: string) => boolean
  readonly emit: Broadcast
  /** Free bytes on the disk of the library; null if unknown. */
  readonly freeBytes: () => Promise<number | null>
  /** Space on the disk that is released for the text when the disk is full. */
  readonly reserve: Reserve
  readonly systemSound: SystemSoundState
  readonly newId: () => string
  /** ms since 1970. */
  readonly now: () => number
  /** Milliseconds of a monotonic clock. */
  readonly monotonic: () => number
  readonly wav: WavOptions
}
