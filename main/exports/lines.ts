import { exportMessages } from '../../common/text'
import { marksByEntry, type Annotations } from './annotations'
import { entriesOf, gapSentence, oneLine, type TranscriptContent } from './entries'
import { readingTime } from './times'

/** What the text of a meeting contains. */
export interface TextOptions {
  readonly times: boolean
  readonly speakers: boolean
  /** Notes and marks; undefined leaves them out. */
  readonly annotations?: Annotations | undefined
  /** The IANA time zone of the date; undefined means that of the meeting. */
  readonly timeZone?: string | undefined
}

/** One paragraph of a text: a turn or a gap, each part as one line. */
export interface Line {
  /** Null for a gap, or if speakers are left out. */
  readonly speaker: string | null
  /** `h:mm:ss`; null if times are left out. */
  readonly time: string | null
  readonly text: string
  /** A remark after the text, for example that it is not final or was marked. */
  readonly mark: string | null
  /** The language of the text, or null if it is unknown. */
  readonly language: string | null
  readonly isGap: boolean
}

/** Returns the paragraphs of a meeting, in order. */
export function linesOf(transcript: TranscriptContent, options: TextOptions): Line[] {
  const { times, speakers, annotations } = options
  const timeOf = (ms: number) => (times ? readingTime(ms) : null)
  const entries = entriesOf(transcript)
  const marks = marksByEntry(entries, annotations, times)
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
