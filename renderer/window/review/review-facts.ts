import { messages } from '../../../preload/messages'
import type { Meeting } from '../../../preload/model'
import { sampleRate } from '../../../preload/model/sound'
import { duration, length, longDate } from '../format'

/** A length in words that is never said to be nothing. */
const span = (ms: number) => duration(Math.max(1000, ms))

/** The line under the title: `Wednesday 25 November, 09:15 · 14 min · Audio 14:02 · Text 100 %`. */
export function reviewFacts(meeting: Meeting, now: number): string {
  const { review } = messages.meeting
  const samples = Math.max(0, ...meeting.audio.map((audio) => audio.samples))
  const parts = [longDate(meeting.startedAt, now), duration(meeting.durationMs)]
  if (meeting.state === 'interrupted') parts.push(review.interrupted)
  if (samples > 0) parts.push(review.audio(length((samples / sampleRate) * 1000)))
  if (meeting.textPercent !== null) parts.push(review.text(meeting.textPercent))
  if (meeting.missingTextMs > 0) parts.push(review.missingText(span(meeting.missingTextMs)))
  if (meeting.missingSoundMs > 0) parts.push(review.missingSound(span(meeting.missingSoundMs)))
  return parts.join(' · ')
}
