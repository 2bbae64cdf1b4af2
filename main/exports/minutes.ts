import { exportMessages } from '../../common/text'
import type { MinuteLine, Minutes } from '../../common/model'
import type { Annotations } from './annotations'
import { oneLine } from './entries'
import { dateAndTime, readingTime } from './times'

/** A section of the minutes with its lines; those that no turn supports are left out. */
export interface MinutesPart {
  readonly title: string
  readonly lines: readonly MinutesLine[]
}

export interface MinutesLine {
  /** Who does a task; null in other lines. */
  readonly who: string | null
  readonly text: string
  /** The times of its moments, in one text; null if times are left out. */
  readonly times: string | null
  /** Whether a task was ticked; null in other lines. */
  readonly isDone: boolean | null
}

/** Returns the sections of the minutes that have lines; none if nothing was written. */
export function minutesOf(annotations: Annotations | undefined, times: boolean): MinutesPart[] {
  return (annotations?.minutes?.sections ?? [])
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, kind, lines }) => ({
      title: oneLine(title),
      lines: lines.map((line) => ({
        who: line.who === null ? null : oneLine(line.who),
        text: textOf(line),
        times: times ? line.moments.map(readingTime).join(', ') || null : null,
        isDone: kind === 'tasks' ? line.isDone : null,
      })),
    }))
}

function textOf({ text, byWhen }: MinuteLine): string {
  return oneLine(byWhen === null ? text : exportMessages.minutes.byWhen(text, byWhen))
}

/** Returns one sentence: which model wrote the minutes, and when. */
export function minutesSource({ model, writtenAt }: Minutes, timeZone?: string): string {
  return oneLine(exportMessages.minutes.source(model, dateAndTime(writtenAt, timeZone)))
}

/** Returns a line without markup: `Dana: tell finance, today (1:12:44)`. */
export function minutesText({ who, text, times, isDone }: MinutesLine): string {
  return [
    isDone === true ? `${exportMessages.minutes.done} ` : '',
    who === null ? '' : `${who}: `,
    text,
    times === null ? '' : ` (${times})`,
  ].join('')
}
