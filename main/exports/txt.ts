import { exportMessages } from '../../preload/export-messages'
import type { TranscriptText } from '../../preload/model'
import { notesOf, tagsOf } from './beside'
import { factsOf, titleOf } from './header'
import { linesOf, type Line, type TextOptions } from './lines'

/** Plain text: a line for each turn and each gap, with its time and who spoke. */
export function toTxt(transcript: TranscriptText, options: TextOptions): string {
  const lines = linesOf(transcript, options).map(lineOf)
  const body = lines.length === 0 ? [exportMessages.noText] : lines
  const { meeting } = transcript
  const head = [titleOf(meeting), factsOf(meeting, options.timeZone), tagsOf(meeting) ?? []].flat()
  const noted = notesOf(options.beside, options.times).map(({ text, time }) =>
    time === null ? text : `[${time}] ${text}`,
  )
  const notes =
    noted.length === 0 ? [] : [exportMessages.notes, ...noted, '', exportMessages.transcript]
  return `${[...head, '', ...notes, ...body].join('\n')}\n`
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
