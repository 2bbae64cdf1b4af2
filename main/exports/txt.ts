import { exportMessages } from '../../common/text'
import type { TranscriptText } from '../../common/model'
import { notesOf, tagsOf } from './annotations'
import { factsOf, titleOf } from './header'
import { linesOf, type Line, type TextOptions } from './lines'
import { minutesOf, minutesSource, minutesText } from './minutes'

/** Returns a meeting as plain text: one line for each turn and gap. */
export function toTxt(transcript: TranscriptText, options: TextOptions): string {
  const lines = linesOf(transcript, options).map(lineOf)
  const body = lines.length === 0 ? [exportMessages.noText] : lines
  const { meeting } = transcript
  const head = [titleOf(meeting), factsOf(meeting, options.timeZone), tagsOf(meeting) ?? []].flat()
  const noteLines = notesOf(options.annotations, options.times).map(({ text, time }) =>
    time === null ? text : `[${time}] ${text}`,
  )
  const notes = noteLines.length === 0 ? [] : [exportMessages.notes, ...noteLines, '']
  const before = [...minutesPart(options), ...notes]
  const heading = before.length === 0 ? [] : [exportMessages.transcript]
  return `${[...head, '', ...before, ...heading, ...body].join('\n')}\n`
}

function minutesPart({ annotations, times, timeZone }: TextOptions): string[] {
  const parts = minutesOf(annotations, times)
  if (!annotations?.minutes || parts.length === 0) return []
  const text = parts.flatMap(({ title, lines }) => [
    title,
    ...lines.map((line) => `- ${minutesText(line)}`),
    '',
  ])
  return [...text, `(${minutesSource(annotations.minutes, timeZone)})`, '']
}

/** Returns one line of plain text, without its line break. */
export function lineOf({ speaker, time, text, mark, isGap }: Line): string {
  return [
    time === null ? '' : `[${time}] `,
    speaker === null ? '' : `${speaker}: `,
    isGap ? `(${text})` : text,
    mark === null ? '' : ` (${mark})`,
  ].join('')
}
