import type { CorrectionStore } from './corrections/store'
import type { Database } from './database'
import type { Reading } from './reading'
import type { IndexWriter } from './search/index-writer'

/** Writes anew what can be found of a meeting, within the transaction that made it so. */
export interface Reindex {
  title(meetingId: string): void
  /** Once the meeting is over, since partials that are left will not become final any more. */
  partials(meetingId: string): void
  all(meetingId: string): void
}

export function createReindex(
  database: Database,
  store: CorrectionStore,
  reading: Reading,
  index: IndexWriter,
): Reindex {
  const meeting = database.statement<{ number: number; title: string; state: string }>(
    'SELECT number, title, state FROM meetings WHERE id = :meetingId',
  )
  const notes = database.statement<{ text: string }>(
    'SELECT text FROM note_lines WHERE meeting_id = :meetingId ORDER BY line',
  )
  const title = (meetingId: string) => {
    const found = meeting.get({ meetingId })
    if (found) index.texts(found.number, 'title', [found.title])
  }
  return {
    title,
    partials: (meetingId) => {
      const state = meeting.get({ meetingId })?.state
      if (state === 'done' || state === 'interrupted') reading.reindex(meetingId, 'partials')
    },
    all: (meetingId) => {
      const found = meeting.get({ meetingId })
      if (!found) return
      title(meetingId)
      reading.reindex(meetingId, 'all')
      const lines = notes.all({ meetingId }).map(({ text }) => text)
      index.texts(found.number, 'note', lines)
      index.texts(found.number, 'speaker', store.names(meetingId))
    },
  }
}
