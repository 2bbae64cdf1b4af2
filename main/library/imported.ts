import type { Result } from '../../preload/errors'
import { sampleRate, type Gap, type Meeting } from '../../preload/model'
import { allOrNothing } from './all-or-nothing'
import type { Database } from './database'
import type { Gaps } from './gaps'
import type { Meetings, NewMeeting } from './meetings'

/**
 * Puts a meeting into the list whose sound is there and whose words are not, in one durable step:
 * all of it is a gap that is to be filled, so that its words come however often the app is quit.
 */
export function createAddImported(
  database: Database,
  meetings: Meetings,
  gaps: Gaps,
): (meeting: NewMeeting, samples: number) => Result<Meeting> {
  return (meeting, samples) =>
    allOrNothing(database, (must) => {
      const durationMs = Math.floor((samples * 1_000) / sampleRate)
      const gap: Gap = {
        id: 'import',
        source: 'file',
        startMs: 0,
        endMs: durationMs,
        reason: 'import',
        sound: true,
        filled: false,
      }
      must(meetings.create(meeting))
      must(meetings.setProgress(meeting.id, durationMs, [{ source: 'file', samples }]))
      must(gaps.upsert(meeting.id, gap))
      must(meetings.setState(meeting.id, 'done'))
      return must(meetings.get(meeting.id))
    })
}
