import type { Gap, Source } from '../../preload/model'
import { heardUntilMs, type Lane } from './lanes'
import type { LiveTranscript, Spoken } from './transcript'

/** Why a source is not heard for a while. */
export interface Absence {
  readonly reason: 'recorder-restart' | 'sleep'
  /** It began in a pause, where no sound is missed. */
  readonly paused: boolean
  /**
   * How far the words were when the page went away with what it had not handed on, and whether its
   * connection was live. null where it could still end its session by itself.
   */
  readonly page: (Spoken & { readonly wasLive: boolean }) | null
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
  const unspoken = absence.page === null ? heardMs : unspokenFromMs(absence.page, heardMs)
  const wordless = transcript.unmarked(source, { startMs: unspoken, endMs: heardMs })
  return [
    ...wordless.map((range) => ({ ...kind, ...range, reason: 'engine' as const, sound: true })),
    ...(endMs > heardMs && !absence.paused
      ? [{ ...kind, startMs: heardMs, endMs, reason: absence.reason, sound: false }]
      : []),
  ]
}

/** Words of open turns would still have changed; after the last word, some were on their way. */
function unspokenFromMs(page: Spoken & { readonly wasLive: boolean }, heardMs: number): number {
  const { openMs, untilMs, wasLive } = page
  const onTheWay = wasLive ? Math.max(untilMs, heardMs - wordsAfterMs) : untilMs
  return Math.min(onTheWay, openMs ?? onTheWay, heardMs)
}
