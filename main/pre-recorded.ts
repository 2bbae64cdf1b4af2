import type { Result } from '../preload/errors'
import type { Turn } from '../preload/model'

/** A word of a pre-recorded job; its times are milliseconds from the start of the job's sound. */
export interface SpokenWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  /** 0 to 1, or null where the engine gives none. */
  readonly confidence: number | null
  readonly speaker: string | null
}

export interface Transcription {
  /** The words of each channel, in order. */
  readonly channels: readonly (readonly SpokenWord[])[]
  readonly language: string | null
  readonly timing: Turn['timing']
  /** Takes away what the engine keeps of the job: to be called once the words are stored. */
  readonly forget?: () => Promise<void>
}

/** The job that hears this sound, as it was left by an earlier start or a failure. */
export interface JobMemory {
  readonly id: string | null
  /** A job was begun, or (null) it came to nothing. */
  keep(id: string | null): void
}

/**
 * Writes down sound that is there already: the service and the engine on this computer each have
 * one. `channels` are little-endian s16 at 16 kHz, mono each and of one length, such as the sources
 * of a meeting. `cancelled` where the signal ended it.
 * A job of `memory` is asked for its words and not sent once more.
 */
export type Transcribe = (
  channels: readonly Uint8Array[],
  signal: AbortSignal,
  memory?: JobMemory,
) => Promise<Result<Transcription>>
