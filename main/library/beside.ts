import { ok, type Result } from '../../preload/errors'
import type { Mark, NoteLine } from '../../preload/model'
import type { Library } from './library'

/** What a person wrote beside a meeting. */
export function besideOf(
  { notes }: Pick<Library, 'notes'>,
  meetingId: string,
): Result<{ notes: NoteLine[]; marks: Mark[] }> {
  const lines = notes.lines(meetingId)
  if (!lines.ok) return lines
  const marks = notes.marks(meetingId)
  return marks.ok ? ok({ notes: lines.value, marks: marks.value }) : marks
}
