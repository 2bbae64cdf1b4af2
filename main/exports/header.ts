import { exportMessages } from '../../preload/export-messages'
import type { Meeting } from '../../preload/model'
import { oneLine } from './entries'
import { dateAndTime, readingTime } from './times'

export function titleOf({ title }: Pick<Meeting, 'title'>): string {
  return oneLine(title) || exportMessages.untitled
}

/** Date, length and model of a meeting, for the head of a text. */
export function factsOf(meeting: Meeting, timeZone: string | undefined): string {
  const facts = [
    dateAndTime(meeting.startedAt, timeZone),
    readingTime(meeting.durationMs),
    meeting.model,
  ]
  const interrupted = meeting.state === 'interrupted' ? [exportMessages.interrupted] : []
  return [...facts, ...interrupted].join(' · ')
}
