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
}

/**
 * Writes down sound that is there already: the service and the engine on this computer each have
 * one. `channels` are little-endian s16 at 16 kHz, mono each and of one length, such as the sources
 * of a meeting. `cancelled` where the signal ended it.
 */
export type Transcribe = (
  channels: readonly Uint8Array[],
  signal: AbortSignal,
) => Promise<Result<Transcription>>
