import { ok, type Result } from '../../common/errors'
import type { EditHistory } from '../../common/model'
import type { Edited } from './corrections/corrections'
import type { Library } from './library'
import type { Broadcast } from '../boundary'

/** Reports which turns now read differently; returns what undo and redo would do. */
export type NotifyEdited = (meetingId: string, result: Result<Edited>) => Result<EditHistory>

export function createNotifyEdited(
  library: Pick<Library, 'meetings'>,
  broadcast: Broadcast,
): NotifyEdited {
  return (meetingId, result) => {
    if (!result.ok) return result
    const { turns, dropped, described, history } = result.value
    if (turns.length + dropped.length > 0) {
      broadcast('transcript:corrected', {
        meetingId,
        turns: JSON.stringify(turns),
        dropped,
        history,
      })
    }
    if (turns.length + dropped.length > 0 || described) {
      const meeting = library.meetings.get(meetingId)
      if (meeting.ok) broadcast('meetings:changed', meeting.value)
    }
    return ok(history)
  }
}
