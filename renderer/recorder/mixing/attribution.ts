import { samplesToMs } from '../../../common/time'
import type { Source, Turn, Word } from '../../../common/model'
import { frameSamples } from '../../../common/model/sound'
import { joinWords } from '../../../common/text/join-words'
import type { Loudness } from './mixer'

/** Levels are kept for the last 10 minutes, within which the turns about them arrive. */
const keptFrames = 12_000
/** If no source is this much louder (3 dB), the speaker is the one who spoke before. */
const clearly = 2

const frameMs = samplesToMs(frameSamples)

/** Finds out which source was louder, from the levels of each frame of the mix. */
export interface Attribution {
  /** Frames follow each other without holes. `firstMs` is on the time line. */
  add(firstMs: number, loudness: Loudness): void
  /** null if nothing is known, or if both are about equally loud. */
  louder(startMs: number, endMs: number): Source | null
}

export function createAttribution(): Attribution {
  const kept: Loudness[] = []
  let endMs = 0
  return {
    add: (firstMs, loudness) => {
      kept.push(loudness)
      endMs = firstMs + frameMs
      if (kept.length > 2 * keptFrames) kept.splice(0, keptFrames)
    },
    louder: (from, to) => {
      const first = kept.length - Math.ceil((endMs - from) / frameMs)
      const last = kept.length - Math.floor((endMs - to) / frameMs)
      const sums = { microphone: 0, system: 0 }
      for (const loudness of kept.slice(Math.max(0, first), Math.max(0, last))) {
        sums.microphone += loudness.get('microphone') ?? 0
        sums.system += loudness.get('system') ?? 0
      }
      if (sums.microphone > clearly * sums.system) return 'microphone'
      return sums.system > clearly * sums.microphone ? 'system' : null
    },
  }
}

/** The words of a turn that follow each other and come from one source. */
export interface Part {
  readonly source: Source
  /** The part has the words that start before this, in ms, and after the part before; Infinity for the last. */
  readonly untilMs: number
}

/** Splits the words of a turn by source, in order. `usual` gets words of which nothing is known. */
export function partsOf(
  words: readonly Word[],
  louder: (startMs: number, endMs: number) => Source | null,
  usual: Source,
): Part[] {
  const known = words.map(({ startMs, endMs }) => louder(startMs, endMs))
  let before = known.find((source) => source !== null) ?? usual
  const parts: Part[] = []
  words.forEach((word, index) => {
    const source = known[index] ?? before
    if (index > 0 && source !== before) parts.push({ source: before, untilMs: word.startMs })
    before = source
  })
  return [...parts, { source: before, untilMs: Infinity }]
}

/** Returns the index of the part that a word belongs to. */
export function partAt(parts: readonly Part[], startMs: number): number {
  return parts.findIndex(({ untilMs }) => startMs < untilMs)
}

/** Returns the turn with the words of one part only. A whole turn keeps its text as it was given. */
export function turnOfPart(turn: Turn, parts: readonly Part[], index: number): Turn | null {
  const part = parts[index]
  if (part === undefined) return null
  if (parts.length === 1) return { ...turn, source: part.source }
  const words = turn.words.filter(({ startMs }) => partAt(parts, startMs) === index)
  const [first] = words
  if (first === undefined) return null
  return {
    ...turn,
    source: part.source,
    words,
    text: joinWords(words.map(({ text }) => text)),
    startMs: first.startMs,
    endMs: words.reduce((end, { endMs }) => Math.max(end, endMs), first.startMs),
  }
}
