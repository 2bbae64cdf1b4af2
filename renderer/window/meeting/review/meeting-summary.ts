import { samplesToMs } from '../../../../common/time'
import { messages } from '../../../../common/text/window'
import type { Meeting } from '../../../../common/model'
import { duration, length } from '../../format'

/** A length in words, at least one second. */
const span = (ms: number) => duration(Math.max(1000, ms))

/** The line under the title, after the date: `14 min · Audio 14:02 · Text 100 %`. */
export function meetingSummary(meeting: Meeting): string {
  const { review } = messages.meeting
  const samples = Math.max(0, ...meeting.audio.map((audio) => audio.samples))
  const parts = [duration(meeting.durationMs)]
  if (meeting.state === 'interrupted') parts.push(review.interrupted)
  if (samples > 0) parts.push(review.audio(length(samplesToMs(samples))))
  if (meeting.textPercent !== null) parts.push(review.text(meeting.textPercent))
  if (meeting.missingTextMs > 0) parts.push(review.missingText(span(meeting.missingTextMs)))
  if (meeting.missingSoundMs > 0) parts.push(review.missingSound(span(meeting.missingSoundMs)))
  return parts.join(' · ')
}
