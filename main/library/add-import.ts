import type { Result } from '../../common/errors'
import type { AudioInfo, Gap, Meeting } from '../../common/model'
import { samplesToMs } from '../../common/time'
import { resultTransaction } from './result-transaction'
import type { Database } from './database'
import type { Gaps } from './gaps'
import type { Meetings, NewMeeting } from './meetings'

/**
 * Adds a meeting that has its audio but no words yet, in one durable transaction. The whole meeting
 * is stored as one unfilled gap for each track, so its words are transcribed even if the app quits in between.
 */
export function createAddImported(
  database: Database,
  meetings: Meetings,
  gaps: Gaps,
): (meeting: NewMeeting, audio: readonly AudioInfo[]) => Result<Meeting> {
  return (meeting, audio) =>
    resultTransaction(database, (unwrap) => {
      const durationMs = samplesToMs(Math.max(...audio.map(({ samples }) => samples)))
      unwrap(meetings.create(meeting))
      unwrap(meetings.setProgress(meeting.id, durationMs, [...audio]))
      for (const { source, samples } of audio) {
        const gap: Gap = {
          id: source === 'file' ? 'import' : `import-${source}`,
          source,
          startMs: 0,
          endMs: samplesToMs(samples),
          reason: 'import',
          sound: true,
          filled: false,
        }
        unwrap(gaps.upsert(meeting.id, gap))
      }
      unwrap(meetings.setState(meeting.id, 'done'))
      return unwrap(meetings.get(meeting.id))
    })
}
