import type { AudioInfo, Gap } from '../../common/model'
import { samplesToMs, type Range } from '../../common/time'
import { subtract, totalMs } from '../audio-files'

/** How complete a meeting is. */
export interface Coverage {
  /**
   * The share of the recorded audio that was transcribed, in whole percent. It is rounded down, so
   * 100 means that nothing is missing. Null if there is no audio.
   */
  readonly textPercent: number | null
  /** For how long at least one source has audio that was not transcribed. */
  readonly missingTextMs: number
  /** For how long the least complete source was not recorded. */
  readonly missingSoundMs: number
}

/** Sources may end this far apart when a recording stops; nothing is missing then. */
const endToleranceMs = 1_000

/** Computes the coverage from the length of the meeting, its audio files and its gaps. */
export function coverage(
  durationMs: number,
  audio: readonly AudioInfo[],
  gaps: readonly Gap[],
): Coverage {
  const sources = audio
    .filter(({ samples }) => samples > 0)
    .map((info) => ofSource(info, durationMs, gaps))
  const recordedMs = sources.reduce((sum, { recorded }) => sum + totalMs(recorded), 0)
  const wordlessMs = sources.reduce((sum, { wordless }) => sum + totalMs(wordless), 0)
  return {
    textPercent:
      recordedMs === 0 ? null : Math.floor((100 * (recordedMs - wordlessMs)) / recordedMs),
    missingTextMs: totalMs(sources.flatMap(({ wordless }) => wordless)),
    missingSoundMs: Math.max(0, ...sources.map(({ unrecordedMs }) => unrecordedMs)),
  }
}

interface SourceCoverage {
  readonly recorded: readonly Range[]
  readonly wordless: readonly Range[]
  readonly unrecordedMs: number
}

function ofSource(
  { source, samples }: AudioInfo,
  durationMs: number,
  gaps: readonly Gap[],
): SourceCoverage {
  const file = { startMs: 0, endMs: samplesToMs(samples) }
  const own = gaps.filter((gap) => gap.source === source)
  const unrecorded = own.filter(({ sound }) => !sound)
  const recorded = subtract([file], unrecorded)
  const worded = subtract(
    recorded,
    own.filter(({ sound, filled }) => sound && !filled),
  )
  const after = { startMs: file.endMs, endMs: durationMs }
  const cutOff = after.endMs - after.startMs > endToleranceMs ? [after] : []
  return {
    recorded,
    wordless: subtract(recorded, worded),
    unrecordedMs: totalMs([...unrecorded, ...cutOff]),
  }
}
