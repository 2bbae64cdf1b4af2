import type { Source, Turn, Word } from '../../../preload/model'
import { frameSamples, sampleRate } from '../../../preload/model/sound'
import type { Loudness } from './mixer'

/** Turns are told who said them within this time: 10 minutes. */
const keptFrames = 12_000
/** Less than this much louder (3 dB) and the speaker is who spoke before. */
const clearly = 2

const frameMs = (frameSamples * 1_000) / sampleRate

/** Which source was the louder one, from the levels of each frame of the mix. */
export interface Attribution {
  /** Frames follow each other without holes; `firstMs` is on the time line. */
  note(firstMs: number, loudness: Loudness): void
  /** null where nothing is known, or both are about as loud. */
  louder(startMs: number, endMs: number): Source | null
}

export function createAttribution(): Attribution {
  const kept: Loudness[] = []
  let endMs = 0
  return {
    note: (firstMs, loudness) => {
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

/** A stretch of a turn that one source said. */
export interface Part {
  readonly source: Source
  /** The words before this time, in ms, that no part before it has; Infinity for the last. */
  readonly untilMs: number
}

/** Who said the words of a turn, in order. `usual` said those of which nothing is known. */
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

/** Which of the parts a word belongs to. */
export function partAt(parts: readonly Part[], startMs: number): number {
  return parts.findIndex(({ untilMs }) => startMs < untilMs)
}

/** A turn of one part, with its words alone. Whole turns keep the text as it was given. */
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
    text: words.map(({ text }) => text).join(' '),
    startMs: first.startMs,
    endMs: words.reduce((end, { endMs }) => Math.max(end, endMs), first.startMs),
  }
}
