import { exportMessages } from '../../preload/export-messages'
import type { TranscriptText } from '../../preload/model'
import { factsOf, titleOf } from './header'
import { linesOf, type Line, type TextOptions } from './lines'

/** Plain text: a line for each turn and each gap, with its time and who spoke. */
export function toTxt(transcript: TranscriptText, options: TextOptions): string {
  const lines = linesOf(transcript, options).map(lineOf)
  const body = lines.length === 0 ? [exportMessages.noText] : lines
  const head = [titleOf(transcript.meeting), factsOf(transcript.meeting, options.timeZone)]
  return `${[...head, '', ...body].join('\n')}\n`
}

/** One line of plain text, without its end. */
export function lineOf({ speaker, time, text, mark, isGap }: Line): string {
  return [
    time === null ? '' : `[${time}] `,
    speaker === null ? '' : `${speaker}: `,
    isGap ? `(${text})` : text,
    mark === null ? '' : ` (${mark})`,
  ].join('')
}
