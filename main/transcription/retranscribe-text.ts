import { samplesToMs } from '../../common/time'
import {
  type RetranscriptionPart,
  type EngineKind,
  type Gap,
  type Source,
  type Transcript,
  type Turn,
  type TurnId,
} from '../../common/model'
import type { RetranscriptionTask } from '../library'
import { mergeIntoGap, type MergeInput } from './gap-merge'
import { enclosingRange, rangeToTranscribe } from './chunking'

/** Returns the turns within the ranges, which the new text replaces. Echo is not shown and stays. */
export function turnsInRanges(turns: readonly Turn[], stretches: readonly Gap[]): Turn[] {
  return turns.filter((turn) => {
    const middle = (turn.startMs + turn.endMs) / 2
    return (
      !turn.echo &&
      stretches.some(
        ({ source, startMs, endMs }) =>
          source === turn.source && middle >= startMs && middle <= endMs,
      )
    )
  })
}

/** Returns the range to transcribe of each source: from the part's first turn to its last, or all. */
function rangesOf({ meeting, turns }: Transcript, part: RetranscriptionPart): Gap[] {
  const stretch = (source: Source, startMs: number, endMs: number): Gap => ({
    id: `again-${source}`,
    source,
    startMs,
    endMs,
    reason: 'import',
    sound: true,
    filled: false,
  })
  if (part === null) {
    return meeting.audio
      .filter(({ samples }) => samples > 0)
      .map(({ source, samples }) => stretch(source, 0, samplesToMs(samples)))
  }
  const at = (id: TurnId) =>
    turns.findIndex(
      ({ sessionId, turnOrder }) => sessionId === id.sessionId && turnOrder === id.turnOrder,
    )
  const [from, to] = [at(part.from), at(part.to)]
  const chosen = from < 0 || to < 0 ? [] : turns.slice(from, to + 1).filter(({ echo }) => !echo)
  return [...new Set(chosen.map(({ source }) => source))].map((source) => {
    const own = chosen.filter((turn) => turn.source === source)
    return stretch(
      source,
      Math.min(...own.map(({ startMs }) => startMs)),
      Math.max(...own.map(({ endMs }) => endMs)),
    )
  })
}

/** Creates the task for a part of a meeting; null if the part has no audio to transcribe. */
export function createTask(
  transcript: Transcript,
  part: RetranscriptionPart,
  engine: EngineKind,
): RetranscriptionTask | null {
  const { meeting, turns } = transcript
  const stretches = rangesOf(transcript, part)
  if (stretches.length === 0) return null
  const taken = new Set(turnsInRanges(turns, stretches))
  const stay = turns.filter((turn) => !taken.has(turn))
  const labelled = [...taken].some(({ speaker }) => speaker !== null)
  return {
    meetingId: meeting.id,
    stretches,
    ...enclosingRange(stretches.map((gap) => rangeToTranscribe(gap, stay))),
    inOneJob: part === null && stretches.length === 1 && !labelled,
    engine,
  }
}

/** Builds turns from the words that one source has in a chunk, without words of remaining turns. */
export function transcribedTurns(input: Omit<MergeInput, 'isLast'>): Turn[] {
  // No live text comes any more, so every remaining turn counts as final.
  const turns = input.turns.map((turn) => ({ ...turn, isFinal: true }))
  return [...mergeIntoGap({ ...input, turns, isLast: false }).turns]
}

/** Counts the words of these turns. */
export const countWords = (turns: readonly Turn[]): number =>
  turns.reduce((sum, { words }) => sum + words.length, 0)
