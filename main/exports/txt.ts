import { exportMessages } from '../../preload/export-messages'
import type { Transcript } from '../../preload/model'
import { entriesOf, gapSentence, oneLine } from './entries'
import { factsOf, titleOf } from './header'
import { readingTime } from './times'

/** Plain text: a line for each turn, with its time and who spoke. */
export function toTxt(transcript: Transcript, timeZone?: string): string {
  const lines = entriesOf(transcript).map((entry) => {
    if (entry.kind === 'gap') {
      return `[${readingTime(entry.gap.startMs)}] (${gapSentence(entry.gap)})`
    }
    const { turn, speaker } = entry
    const mark = turn.isFinal ? '' : ` (${exportMessages.notFinal})`
    return `[${readingTime(turn.startMs)}] ${speaker}: ${oneLine(turn.text)}${mark}`
  })
  const body = lines.length === 0 ? [exportMessages.noText] : lines
  const head = [titleOf(transcript.meeting), factsOf(transcript.meeting, timeZone)]
  return `${[...head, '', ...body].join('\n')}\n`
}
