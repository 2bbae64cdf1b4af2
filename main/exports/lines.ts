import { exportMessages } from '../../preload/export-messages'
import { marksByEntry, type Beside } from './beside'
import { entriesOf, gapSentence, oneLine, type Spoken } from './entries'
import { readingTime } from './times'

/** What the texts of a meeting may leave out. */
export interface TextOptions {
  readonly times: boolean
  readonly speakers: boolean
  /** Notes and marks; without them the words alone. */
  readonly beside?: Beside | undefined
  /** An IANA name for the date in the head; without it, that of the computer. */
  readonly timeZone?: string | undefined
}

/** One paragraph of a text for reading: what a turn or a gap has to say, each part as one line. */
export interface Line {
  /** Null for a gap, and where speakers are left out. */
  readonly speaker: string | null
  /** `h:mm:ss`; null where times are left out. */
  readonly time: string | null
  readonly text: string
  /** After the text, such as that it is not final, or that somebody marked it. */
  readonly mark: string | null
  /** The language of the text, where it is known. */
  readonly language: string | null
  readonly isGap: boolean
}

/** Turns and gaps as people read them, in order. */
export function linesOf(transcript: Spoken, options: TextOptions): Line[] {
  const { times, speakers, beside } = options
  const timeOf = (ms: number) => (times ? readingTime(ms) : null)
  const entries = entriesOf(transcript)
  const marks = marksByEntry(entries, beside, times)
  return entries.map((entry, index): Line => {
    const marked = marks.get(index) ?? []
    if (entry.kind === 'gap') {
      const { gap } = entry
      return {
        speaker: null,
        time: timeOf(gap.startMs),
        text: gapSentence(gap, times),
        mark: marked.join(', ') || null,
        language: null,
        isGap: true,
      }
    }
    const { turn, speaker } = entry
    return {
      speaker: speakers ? speaker : null,
      time: timeOf(turn.startMs),
      text: oneLine(turn.text),
      mark: [turn.isFinal ? [] : exportMessages.notFinal, marked].flat().join(', ') || null,
      language: turn.language,
      isGap: false,
    }
  })
}
