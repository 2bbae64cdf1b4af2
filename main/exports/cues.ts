import type { Transcript } from '../../preload/model'
import { charactersOf, cueWords, maxLine, type CueWord } from './cue-words'
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
const maxPauseMs = 1_500
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
    return wrap(`[${gapSentence(entry.gap)}]`.split(' ')).map((lines, index, all) => ({
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
  let open: CueWord[] = []
  const close = () => {
    const first = open[0]
    const last = open.at(-1)
    if (!first || !last) return
    const [lines = []] = wrap(textsOf(open, prefix))
    const endMs = Math.min(Math.max(...open.map((word) => word.endMs)), first.startMs + maxCueMs)
    cues.push({ startMs: first.startMs, endMs, lines, speaker })
    open = []
  }
  for (const word of words) {
    if (open.length > 0 && !fits([...open, word], prefix)) close()
    open.push(word)
  }
  close()
  return cues
}

/** The words of a cue as they are wrapped: a prefix stays with the first word where both fit. */
function textsOf(words: readonly CueWord[], prefix: string): string[] {
  const texts = words.map(({ text }) => text)
  return prefix === '' ? texts : [...oneLine(prefix).split(' '), ...texts]
}

function fits(words: readonly CueWord[], prefix: string): boolean {
  const first = words[0]
  const last = words.at(-1)
  const before = words.at(-2)
  if (!first || !last || !before) return true
  if (last.startMs - before.endMs > maxPauseMs) return false
  if (last.endMs - first.startMs > maxCueMs) return false
  return wrap(textsOf(words, prefix)).length === 1
}

/** Words as groups of at most two lines, each line as full as words allow. */
function wrap(words: readonly string[]): string[][] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && charactersOf(longer).length > maxLine) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  if (line !== '') lines.push(line)
  const groups: string[][] = []
  for (let at = 0; at < lines.length; at += maxLines) groups.push(lines.slice(at, at + maxLines))
  return groups
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
