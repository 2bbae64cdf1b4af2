import type { Transcript } from '../../common/model'
import { isUnspaced } from '../../common/text/join-words'
import { lengthOf } from './characters'
import { createPage, type Page } from './cue-page'
import { cueWords, type CueWord } from './cue-words'
import { entriesOf, gapSentence, oneLine } from './entries'

/** A subtitle. The cues of a file are in order, do not overlap, and end after they start. */
export interface Cue {
  readonly startMs: number
  readonly endMs: number
  readonly lines: readonly string[]
  /**
   * Who speaks: one name for all lines, or one for each line if two people talk at once. Empty for a
   * note about a gap.
   */
  readonly speakers: readonly string[]
}

const maxCueMs = 7_000
/** The shortest time in which a person reads a cue, in ms. */
const minCueMs = 833
/** A cue that another one follows at once stays at least this long, in ms. */
const minShownMs = 400
/** A longer pause ends a cue: no text stays on the screen while nobody speaks. */
const maxPauseMs = 1_000
/** Turns that overlap by less follow each other. */
const minOverlapMs = 300
/** The reading speed, in characters per second. */
const speed = { spaced: 20, unspaced: 9 }

/** A word of a turn, with what decides whether it may share a cue with others. */
interface SpokenWord extends CueWord {
  readonly speaker: string
  readonly turn: number
  readonly turnStartMs: number
  readonly turnEndMs: number
}

/**
 * Returns the subtitles of a meeting: at most two lines of 42 columns and 7 s each, broken between
 * words and at pauses. If two people talk at once, their words share a cue with a dashed line for
 * each. `linePrefix` is what a format writes before the first words of a speaker, such as the name.
 */
export function cuesOf(
  transcript: Pick<Transcript, 'turns' | 'gaps'>,
  linePrefix: (speaker: string) => string = () => '',
): Cue[] {
  const entries = entriesOf(transcript)
  const words = entries.flatMap((entry, turn): SpokenWord[] => {
    if (entry.kind === 'gap') return []
    const { startMs: turnStartMs, endMs: turnEndMs } = entry.turn
    return cueWords(entry.turn).map(({ text, spaced, startMs, endMs }) => ({
      text,
      spaced,
      startMs,
      endMs,
      speaker: entry.speaker,
      turn,
      turnStartMs,
      turnEndMs,
    }))
  })
  const prefixOf = (speaker: string) => oneLine(linePrefix(speaker))
  const spoken = cuesOfWords(
    words.sort((a, b) => a.startMs - b.startMs || a.turn - b.turn),
    prefixOf,
  )
  const notes = entries.flatMap((entry) => (entry.kind === 'gap' ? cuesOfGap(entry.gap) : []))
  return spaced([...notes, ...spoken].sort((a, b) => a.startMs - b.startMs))
}

function cuesOfGap(gap: Transcript['gaps'][number]): Cue[] {
  const { startMs } = gap
  const endMs = Math.min(gap.endMs, startMs + maxCueMs)
  const pages: Page[] = []
  for (const text of `[${gapSentence(gap)}]`.split(' ')) {
    const word = { text, spaced: true }
    if (pages.at(-1)?.add(word, '')) continue
    const page = createPage(() => '')
    page.add(word, '')
    pages.push(page)
  }
  const at = (share: number) => Math.round(startMs + (endMs - startMs) * share)
  return pages.map((page, index) => ({
    startMs: at(index / pages.length),
    endMs: at((index + 1) / pages.length),
    lines: page.lines(),
    speakers: [],
  }))
}

interface OpenCue {
  readonly startMs: number
  endMs: number
  readonly page: Page
  /** The last word of each speaker. */
  readonly last: Map<string, SpokenWord>
}

function cuesOfWords(words: readonly SpokenWord[], prefixOf: (speaker: string) => string): Cue[] {
  const cues: OpenCue[] = []
  for (const word of words) {
    const open = cues.at(-1)
    if (open !== undefined && continues(open, word) && open.page.add(word, word.speaker)) {
      open.endMs = Math.max(open.endMs, Math.min(word.endMs, open.startMs + maxCueMs))
      open.last.set(word.speaker, word)
      continue
    }
    const page = createPage(prefixOf)
    page.add(word, word.speaker)
    const endMs = Math.min(word.endMs, word.startMs + maxCueMs)
    cues.push({ startMs: word.startMs, endMs, page, last: new Map([[word.speaker, word]]) })
  }
  return cues.map(({ startMs, endMs, page }) => ({
    startMs,
    endMs,
    lines: page.lines(),
    speakers: page.speakers(),
  }))
}

/** Whether a word may be part of the cue that is open. */
function continues({ startMs, endMs, last }: OpenCue, word: SpokenWord): boolean {
  if (word.startMs - endMs > maxPauseMs || word.endMs - startMs > maxCueMs) return false
  const own = last.get(word.speaker)
  // Each turn starts a cue of its own, unless the cue before would be too short to be read.
  if (own) return own.turn === word.turn || word.startMs - startMs < minCueMs
  const others = [...last.values()]
  if (word.startMs - startMs < minCueMs) return true
  return others.some(
    (other) =>
      Math.min(other.turnEndMs, word.turnEndMs) - Math.max(other.turnStartMs, word.turnStartMs) >=
      minOverlapMs,
  )
}

/** Separates the cues: each ends before the next starts, and stays as long as a reader needs. */
function spaced(cues: readonly Cue[]): Cue[] {
  const starts: number[] = []
  for (const { startMs } of cues)
    starts.push(Math.max(startMs, (starts.at(-1) ?? -minShownMs) + minShownMs))
  return cues.map((cue, index) => {
    const startMs = starts[index] ?? cue.startMs
    const nextMs = starts[index + 1] ?? Infinity
    const wanted = Math.max(cue.endMs, startMs + Math.max(minCueMs, readingMs(cue.lines)))
    const endMs = Math.min(wanted, nextMs, startMs + maxCueMs)
    return { ...cue, startMs, endMs: Math.max(startMs + 1, endMs) }
  })
}

/** How long a person reads these lines, in ms. */
function readingMs(lines: readonly string[]): number {
  const text = lines.join('')
  const perSecond = isUnspaced(text) ? speed.unspaced : speed.spaced
  return Math.round((lengthOf(text) / perSecond) * 1_000)
}
