import type { Transcript } from '../../preload/model'
import { widthOf } from './characters'
import { cueWords, maxLine, type CueWord } from './cue-words'
import { entriesOf, gapSentence, oneLine } from './entries'

/** A subtitle. The cues of a file are in order, do not overlap, and end after they start. */
export interface Cue {
  startMs: number
  endMs: number
  lines: string[]
  /** Who speaks; null for a note about a gap. */
  speaker: string | null
}

const maxLines = 2
const maxCueMs = 7_000
/** A pause longer than this ends a cue: no text stands on the screen while nobody speaks. */
const maxPauseMs = 1_000
/** A short cue stays this long where the next one leaves the time. */
const minCueMs = 1_000
/** What is left of a cue that another speaker interrupts, at the least. */
const minShownMs = 400

/**
 * The subtitles of a meeting: at most two lines of 42 characters and 7 s each, broken between
 * words and at pauses. Speakers who talk at the same time follow one another.
 * `linePrefix` is what a format writes before the text of a cue, such as the speaker's name; it
 * counts as part of the first line.
 */
export function cuesOf(
  transcript: Pick<Transcript, 'turns' | 'gaps'>,
  linePrefix: (speaker: string) => string = () => '',
): Cue[] {
  const cues = entriesOf(transcript).flatMap((entry): Cue[] => {
    if (entry.kind === 'turn') {
      return cuesOfWords(cueWords(entry.turn), entry.speaker, linePrefix(entry.speaker))
    }
    const { startMs, endMs } = entry.gap
    const shownUntil = Math.min(endMs, startMs + maxCueMs)
    return pagesOf(`[${gapSentence(entry.gap)}]`.split(' ')).map((lines, index, all) => ({
      startMs: between(startMs, shownUntil, index / all.length),
      endMs: between(startMs, shownUntil, (index + 1) / all.length),
      lines,
      speaker: null,
    }))
  })
  return apart(cues.sort((a, b) => a.startMs - b.startMs))
}

const between = (from: number, to: number, share: number) => Math.round(from + (to - from) * share)

function cuesOfWords(words: readonly CueWord[], speaker: string, prefix: string): Cue[] {
  const cues: Cue[] = []
  const names = oneLine(prefix).split(' ').filter(Boolean)
  const hasRoom = names.every((name) => widthOf(name) <= maxLine)
  let page = createPage()
  let open: Cue | null = null
  let lastEndMs = 0
  for (const { text, startMs, endMs } of words) {
    const goesOn: boolean =
      open !== null &&
      startMs - lastEndMs <= maxPauseMs &&
      endMs - open.startMs <= maxCueMs &&
      page.add(text)
    if (open === null || !goesOn) {
      page = createPage()
      open = { startMs, endMs: startMs, lines: page.lines, speaker }
      cues.push(open)
      // A name that leaves no room for its first word gives way.
      if (!hasRoom || ![...names, text].every((each) => page.add(each))) {
        page = createPage()
        open.lines = page.lines
        page.add(text)
      }
    }
    open.endMs = Math.min(Math.max(open.endMs, endMs), open.startMs + maxCueMs)
    lastEndMs = endMs
  }
  return cues
}

/** The lines of one cue as words are added to it; `add` says false where a word has no room. */
function createPage(): { readonly lines: string[]; add(word: string): boolean } {
  const lines: string[] = []
  let width = 0
  return {
    lines,
    add: (word) => {
      const own = widthOf(word)
      const line = lines.at(-1)
      if (line !== undefined && width + 1 + own <= maxLine) {
        lines[lines.length - 1] = `${line} ${word}`
        width += 1 + own
        return true
      }
      if (lines.length === maxLines) return false
      lines.push(word)
      width = own
      return true
    },
  }
}

/** Words as groups of at most two lines, each line as full as words allow. */
function pagesOf(words: readonly string[]): string[][] {
  const pages = [createPage()]
  for (const word of words) {
    if (pages.at(-1)?.add(word)) continue
    const page = createPage()
    page.add(word)
    pages.push(page)
  }
  return pages.map(({ lines }) => lines)
}

/** Moves cues apart: one that runs into the next gives way, down to a least time. */
function apart(cues: readonly Cue[]): Cue[] {
  const result: Cue[] = []
  for (const cue of cues) {
    const last = result.at(-1)
    if (last) last.endMs = Math.max(last.startMs + minShownMs, Math.min(last.endMs, cue.startMs))
    const startMs = Math.max(cue.startMs, last?.endMs ?? 0)
    const length = Math.max(minShownMs, cue.endMs - cue.startMs)
    result.push({ ...cue, startMs, endMs: startMs + length })
  }
  // Short cues are lengthened last, when it is known how much room there is.
  return result.map((cue, index) => {
    const next = result[index + 1]
    const wanted = Math.max(cue.endMs, cue.startMs + minCueMs)
    return { ...cue, endMs: Math.max(cue.endMs, Math.min(wanted, next?.startMs ?? wanted)) }
  })
}
