import { exportMessages } from '../../preload/export-messages'
import { entriesOf, gapSentence, oneLine, type Spoken } from './entries'
import { readingTime } from './times'

/** What the texts of a meeting may leave out. */
export interface TextOptions {
  readonly times: boolean
  readonly speakers: boolean
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
  /** After the text, such as that it is not final. */
  readonly mark: string | null
  /** The language of the text, where it is known. */
  readonly language: string | null
  readonly isGap: boolean
}

/** Turns and gaps as people read them, in order. */
export function linesOf(transcript: Spoken, { times, speakers }: TextOptions): Line[] {
  const timeOf = (ms: number) => (times ? readingTime(ms) : null)
  return entriesOf(transcript).map((entry): Line => {
    if (entry.kind === 'gap') {
      const { gap } = entry
      return {
        speaker: null,
        time: timeOf(gap.startMs),
        text: gapSentence(gap, times),
        mark: null,
        language: null,
        isGap: true,
      }
    }
    const { turn, speaker } = entry
    return {
      speaker: speakers ? speaker : null,
      time: timeOf(turn.startMs),
      text: oneLine(turn.text),
      mark: turn.isFinal ? null : exportMessages.notFinal,
      language: turn.language,
      isGap: false,
    }
  })
}
