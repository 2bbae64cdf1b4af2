import type { Gap, Source } from '../../common/model'
import type { TextProgress, TranscriptWriter } from './transcript-writer'

/** Why a source is not captured for a while. */
export type AbsenceReason = 'recorder-restart' | 'sleep'

interface Absence {
  readonly reason: AbsenceReason
  /** It started in a pause, in which no audio is missing. */
  readonly paused: boolean
  /**
   * How far the text was when the page went away with unsent text, and whether its connection was live.
   * null if it could still end its session itself.
   */
  readonly page: (TextProgress & { readonly wasLive: boolean }) | null
}

/** A live connection returns speech as text within this time, in ms. */
const textAfterMs = 2_000

export interface AbsenceStart {
  readonly reason: AbsenceReason
  readonly paused: boolean
}

export interface AbsenceEnd {
  /** The end of the audio that has arrived, in ms of the time line; null if there is none. */
  readonly receivedMs: number | null
  /** Where its audio starts again, in ms of the time line. */
  readonly endMs: number
}

/**
 * Which sources were captured and are not now, because the recorder is started again. Each such
 * absence becomes gaps when it ends.
 */
export interface CaptureGaps {
  /** Has no effect if the source is already absent. */
  begin(source: Source, start: AbsenceStart): void
  /** The page went away, with its unsent text. Starts the absence if needed. */
  losePage(source: Source, start: AbsenceStart & { readonly wasLive: boolean }): void
  /** Stores the gaps of this source. Does nothing if it is not absent. */
  end(source: Source, end: AbsenceEnd): void
  isAbsent(source: Source): boolean
  absent(): Source[]
}

export interface CaptureGapsOptions {
  readonly transcript: Pick<TranscriptWriter, 'gap' | 'progressOf' | 'withoutGaps'>
  readonly newId: () => string
}

export function createCaptureGaps({ transcript, newId }: CaptureGapsOptions): CaptureGaps {
  const absences = new Map<Source, Absence>()

  /** The gaps of lost text, whose audio exists, and of missing audio. */
  function gapsOf(
    source: Source,
    absence: Absence,
    { receivedMs, endMs }: AbsenceEnd,
  ): Omit<Gap, 'id'>[] {
    const soundMs = Math.min(receivedMs ?? 0, endMs)
    const textMs = absence.page === null ? soundMs : missingTextFromMs(absence.page, soundMs)
    const missingText = transcript.withoutGaps(source, { startMs: textMs, endMs: soundMs })
    const common = { source, filled: false }
    return [
      ...missingText.map((range) => ({
        ...common,
        ...range,
        reason: 'engine' as const,
        sound: true,
      })),
      ...(endMs > soundMs && !absence.paused
        ? [{ ...common, startMs: soundMs, endMs, reason: absence.reason, sound: false }]
        : []),
    ]
  }

  return {
    begin: (source, { reason, paused }) => {
      if (!absences.has(source)) absences.set(source, { reason, paused, page: null })
    },
    losePage: (source, { reason, paused, wasLive }) => {
      const before = absences.get(source)
      if (before?.page) return
      const page = { ...transcript.progressOf(source), wasLive }
      absences.set(source, { ...(before ?? { reason, paused }), page })
    },
    end: (source, end) => {
      const absence = absences.get(source)
      if (absence === undefined) return
      absences.delete(source)
      for (const gap of gapsOf(source, absence, end)) transcript.gap({ id: newId(), ...gap })
    },
    isAbsent: (source) => absences.has(source),
    absent: () => [...absences.keys()],
  }
}

/** Words of open turns could still change, and words after the last one were still to come. */
function missingTextFromMs(
  { openMs, untilMs, wasLive }: TextProgress & { readonly wasLive: boolean },
  soundMs: number,
): number {
  const onTheWay = wasLive ? Math.max(untilMs, soundMs - textAfterMs) : untilMs
  return Math.min(onTheWay, openMs ?? onTheWay, soundMs)
}
