import type { Turn } from './model'

/** A word of a pre-recorded job; its times are ms from the start of the job's audio. */
export interface SpokenWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  /** 0 to 1, or null if the engine reports none. */
  readonly confidence: number | null
  readonly speaker: string | null
}

export interface Transcription {
  /** The words of each channel, in order. */
  readonly channels: readonly (readonly SpokenWord[])[]
  readonly language: string | null
  /** The model that answered; null if it is not reported. */
  readonly model?: string | null
  readonly timing: Turn['timing']
}
