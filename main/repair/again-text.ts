import {
  sampleRate,
  type AgainPart,
  type EngineKind,
  type Gap,
  type Source,
  type Transcript,
  type Turn,
  type TurnId,
} from '../../preload/model'
import type { AgainTask } from '../library/again'
import type { Replacement } from '../library/corrections/edits'
import type { SpokenWord } from '../pre-recorded'
import { fillOf } from './fill'
import { around, stretchOf, type Stretch } from './plan'

/** The turns of a stretch that are read, and so make way. Echo is not read. */
export function turnsIn(turns: readonly Turn[], stretches: readonly Gap[]): Turn[] {
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

/** What is to be heard, by source: from the first turn of the part to its last, or all there is. */
function stretchesOf({ meeting, turns }: Transcript, part: AgainPart): Gap[] {
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
      .map(({ source, samples }) => stretch(source, 0, Math.floor((samples * 1_000) / sampleRate)))
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

/** What there is to do for a part of a meeting; null where nothing of it is there to be heard. */
export function taskOf(
  transcript: Transcript,
  part: AgainPart,
  engine: EngineKind,
): AgainTask | null {
  const { meeting, turns } = transcript
  const stretches = stretchesOf(transcript, part)
  if (stretches.length === 0) return null
  const taken = new Set(turnsIn(turns, stretches))
  const stay = turns.filter((turn) => !taken.has(turn))
  const labelled = [...taken].some(({ speaker }) => speaker !== null)
  return {
    meetingId: meeting.id,
    stretches,
    ...around(stretches.map((gap) => stretchOf(gap, stay))),
    atOnce: part === null && stretches.length === 1 && !labelled,
    engine,
  }
}

/** The turn in which a moment lies, or the nearest one. */
function nearest(turns: readonly Turn[], ms: number): Turn | null {
  const distance = ({ startMs, endMs }: Turn) => Math.max(startMs - ms, ms - endMs, 0)
  let best: Turn | null = null
  for (const turn of turns) if (best === null || distance(turn) < distance(best)) best = turn
  return best
}

/** Turns of words that were heard of one source in a piece, beside those that stay. */
export function heardTurns(
  gap: Gap,
  piece: Stretch,
  words: readonly SpokenWord[],
  heard: { readonly timing: Turn['timing']; readonly language: string | null },
  stay: readonly Turn[],
  durationMs: number,
): Turn[] {
  const turns = stay.map((turn) => ({ ...turn, isFinal: true }))
  const { timing, language } = heard
  const { turns: found } = fillOf({
    gap,
    piece,
    words,
    timing,
    language,
    turns,
    nowMs: durationMs,
    isLast: false,
  })
  return [...found]
}

/**
 * The new turns in the place of the old. Who speaks is taken over from the turn that stood there,
 * so that names stay; where nobody was told apart, the labels of the engine count.
 */
export function replacementOf(taken: readonly Turn[], found: readonly Turn[]): Replacement {
  const made = found.flatMap((turn) => {
    const own = taken.filter(({ source }) => source === turn.source)
    if (own.every(({ speaker }) => speaker === null)) return [{ turn, like: null }]
    const groups: { turn: Turn; like: Turn | null }[] = []
    for (const word of turn.words) {
      const like = nearest(own, (word.startMs + word.endMs) / 2)
      const last = groups.at(-1)
      const unnamed = { ...word, speaker: null }
      if (last && last.like?.speaker === like?.speaker) {
        const words = [...last.turn.words, unnamed]
        const text = `${last.turn.text} ${word.text}`
        last.turn = { ...last.turn, words, text, endMs: Math.max(last.turn.endMs, word.endMs) }
      } else {
        const { text, startMs, endMs } = word
        groups.push({
          turn: { ...turn, speaker: null, words: [unnamed], text, startMs, endMs },
          like,
        })
      }
    }
    return groups
  })
  const idOf = ({ sessionId, turnOrder }: Turn): TurnId => ({ sessionId, turnOrder })
  return {
    taken: taken.map(idOf),
    made: made.map(({ turn, like }) => ({ turn, like: like && idOf(like) })),
  }
}

/** How many words these turns have. */
export const countWords = (turns: readonly Turn[]): number =>
  turns.reduce((sum, { words }) => sum + words.length, 0)
