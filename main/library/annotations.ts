import { ok, type Result } from '../../common/errors'
import type { Mark, Minutes, NoteLine } from '../../common/model'
import type { Library } from './library'

/** The notes, marks and minutes of a meeting. */
export function annotationsOf(
  { notes, minutes }: Pick<Library, 'notes' | 'minutes'>,
  meetingId: string,
): Result<{ notes: NoteLine[]; marks: Mark[]; minutes: Minutes | null }> {
  const lines = notes.lines(meetingId)
  if (!lines.ok) return lines
  const marks = notes.marks(meetingId)
  if (!marks.ok) return marks
  const written = minutes.get(meetingId)
  if (!written.ok) return written
  return ok({ notes: lines.value, marks: marks.value, minutes: written.value.minutes })
}
