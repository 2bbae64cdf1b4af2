import { sampleRate, type AudioInfo, type Gap, type Source } from '../../preload/model'
import { subtract, totalMs, type Range } from './ranges'

/** How much of a meeting is there. */
export interface Coverage {
  /**
   * Of the recorded sound of all sources, the share whose words are final, or which was heard as
   * silence: whole percent, rounded down, so that 100 means that nothing is missing. null without
   * sound.
   */
  readonly textPercent: number | null
  /** How long at least one source has sound without words. */
  readonly missingTextMs: number
  /** How long the source that misses most was not recorded. */
  readonly missingSoundMs: number
}

/** Less than this at the end is how a recording ends, not something that is missing. */
const endMs = 1_000

/** What the files and the gaps of a meeting of this length say about it. */
export function coverage(
  durationMs: number,
  audio: readonly AudioInfo[],
  gaps: readonly Gap[],
): Coverage {
  const sources = audio
    .filter(({ samples }) => samples > 0)
    .map(({ source, samples }) => ofSource(durationMs, source, samples, gaps))
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
  durationMs: number,
  source: Source,
  samples: number,
  gaps: readonly Gap[],
): SourceCoverage {
  const file = { startMs: 0, endMs: Math.round((samples * 1_000) / sampleRate) }
  const own = gaps.filter((gap) => gap.source === source)
  const unrecorded = own.filter(({ sound }) => !sound)
  const recorded = subtract([file], unrecorded)
  const worded = subtract(
    recorded,
    own.filter(({ sound, filled }) => sound && !filled),
  )
  const after = { startMs: file.endMs, endMs: durationMs }
  const cutOff = after.endMs - after.startMs > endMs ? [after] : []
  return {
    recorded,
    wordless: subtract(recorded, worded),
    unrecordedMs: totalMs([...unrecorded, ...cutOff]),
  }
}
