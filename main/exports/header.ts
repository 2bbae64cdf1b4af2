import { exportMessages } from '../../common/text'
import type { Meeting } from '../../common/model'
import { oneLine } from './entries'
import { dateAndTime, readingTime } from './times'

export function titleOf({ title }: Pick<Meeting, 'title'>): string {
  return oneLine(title) || exportMessages.untitled
}

/** Returns the date, length and model of a meeting for the header of a text. */
export function factsOf(meeting: Meeting, timeZone: string | undefined): string {
  const facts = [
    dateAndTime(meeting.startedAt, timeZone ?? meeting.timeZone),
    readingTime(meeting.durationMs),
    meeting.model,
  ]
  const interrupted = meeting.state === 'interrupted' ? [exportMessages.interrupted] : []
  const consent = consentWords(meeting, timeZone) ?? []
  return [...facts, ...interrupted, consent].flat().join(' · ')
}

/** When and how consent was noted, in words; null if it was not. */
export function consentWords(
  { consent, timeZone: own }: Meeting,
  timeZone: string | undefined,
): string | null {
  if (consent === undefined) return null
  const text = exportMessages.consent[consent.how]
  return text(dateAndTime(consent.notedAt, timeZone ?? own))
}
