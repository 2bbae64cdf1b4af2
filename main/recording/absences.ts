import type { Gap, Source } from '../../preload/model'
import { heardUntilMs, type Lane } from './lanes'
import type { LiveTranscript } from './transcript'

/** Why a source is not heard for a while. */
export interface Absence {
  readonly reason: 'recorder-restart' | 'sleep'
  /**
   * The page went away with words that it had not handed on: none beyond the last moments where
   * its connection was live. null where it could still end its session by itself.
   */
  readonly page: { readonly wasLive: boolean } | null
}

/** Speech of a live connection comes as words within this time, in ms. */
const wordsAfterMs = 2_000

/**
 * What is missing of a source between two starts of the recorder: the words that a page took with
 * it, whose sound is there and can be filled in, and the sound from the last heard to `endMs`.
 */
export function absenceGaps(
  transcript: LiveTranscript,
  lanes: readonly Lane[],
  source: Source,
  absence: Absence,
  endMs: number,
): Omit<Gap, 'id'>[] {
  const heardMs = Math.min(heardUntilMs(lanes, source) ?? 0, endMs)
  const kind = { source, filled: false }
  const unspoken =
    absence.page === null
      ? []
      : transcript.unspoken(source, heardMs, absence.page.wasLive ? wordsAfterMs : Infinity)
  return [
    ...unspoken.map((range) => ({ ...kind, ...range, reason: 'engine' as const, sound: true })),
    ...(endMs > heardMs
      ? [{ ...kind, startMs: heardMs, endMs, reason: absence.reason, sound: false }]
      : []),
  ]
}
