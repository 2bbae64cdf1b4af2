import { ok, type Result } from '../preload/errors'
import type { EditHistory } from '../preload/model'
import type { Edited } from './library/corrections/corrections'
import type { Library } from './library/library'
import type { Broadcast } from './recording/transcript'

/** Tells the windows what came to be read in another way; gives what undo and redo would do. */
export type TellEdited = (meetingId: string, result: Result<Edited>) => Result<EditHistory>

export function createTellEdited(
  library: Pick<Library, 'meetings'>,
  broadcast: Broadcast,
): TellEdited {
  return (meetingId, result) => {
    if (!result.ok) return result
    const { turns, dropped, history } = result.value
    if (turns.length + dropped.length > 0) {
      const said = JSON.stringify(turns)
      broadcast('transcript:corrected', { meetingId, turns: said, dropped, history })
      const meeting = library.meetings.get(meetingId)
      if (meeting.ok) broadcast('meetings:changed', meeting.value)
    }
    return ok(history)
  }
}
