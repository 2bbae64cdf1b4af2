import type { Result } from '../preload/errors'
import { fail, ok } from '../preload/errors'
import { packText, type RecordingStatus } from '../preload/model'
import type { TellEdited } from './edited'
import type { CallHandlers } from './ipc'
import type { Library } from './library/library'
import type { Searcher } from './library/search/searcher'
import { createLog } from './log'
import type { Broadcast } from './recording/transcript'

const log = createLog('library')

type MeetingCall =
  | 'meetings:original'
  | 'meetings:rename'
  | 'meetings:set-tags'
  | 'meetings:bin'
  | `bin:${'list' | 'restore' | 'delete' | 'empty'}`
  | `corrections:${'edit' | 'undo' | 'redo' | 'history'}`
  | `marks:${'list' | 'add' | 'remove'}`
  | `notes:${'get' | 'write'}`
  | `search:${'find' | 'filters'}`

/** What answers the calls about meetings that a person finds, corrects, names and throws away. */
export type MeetingCalls = Pick<CallHandlers, MeetingCall>

export interface MeetingCallParts {
  readonly library: Library
  readonly searcher: Searcher
  readonly status: () => RecordingStatus
  readonly broadcast: Broadcast
  readonly edited: TellEdited
  /** A meeting went into the bin. */
  readonly onBinned: (id: string) => void
  /** A meeting came back from the bin. */
  readonly onRestored: () => void
}

/** The handlers; whatever they change is told to the windows. */
export function createMeetingCalls(parts: MeetingCallParts): MeetingCalls {
  const { library, searcher, broadcast, edited } = parts
  const { bin, corrections, details, notes } = library

  function told<T>(id: string, result: Result<T>): Result<T> {
    const meeting = result.ok ? library.meetings.get(id) : null
    if (meeting?.ok) broadcast('meetings:changed', meeting.value)
    return result
  }

  function marked(meetingId: string, result: ReturnType<typeof notes.mark>) {
    if (result.ok) broadcast('marks:changed', { meetingId, marks: result.value })
    return result
  }

  /** Where the time line of a meeting is now, or null where it is not being recorded. */
  function nowOf(meetingId: string): number | null {
    const { meetingId: running, elapsedMs } = parts.status()
    return running === meetingId ? elapsedMs : null
  }

  return {
    'meetings:original': ({ id }) => {
      const text = library.originalText(id)
      return text.ok ? ok(packText(text.value)) : text
    },
    'meetings:rename': ({ id, title }) => told(id, details.rename(id, title)),
    'meetings:set-tags': ({ id, tags }) => told(id, details.setTags(id, tags)),
    'meetings:bin': ({ id }) => {
      const binned = told(id, bin.put(id))
      if (binned.ok) parts.onBinned(id)
      return binned
    },
    'bin:list': () => library.meetings.listBin(),
    'bin:restore': ({ id }) => {
      const restored = told(id, bin.restore(id))
      if (restored.ok) parts.onRestored()
      return restored
    },
    'bin:delete': async ({ id }) => {
      const removed = await bin.remove(id)
      if (removed.ok) broadcast('meetings:removed', { id })
      return removed
    },
    'bin:empty': async () => {
      const emptied = await empty(library, broadcast, 'all')
      return emptied.ok ? ok(undefined) : emptied
    },
    'corrections:edit': ({ id, edit }) => edited(id, corrections.edit(id, edit)),
    'corrections:undo': ({ id }) => edited(id, corrections.undo(id)),
    'corrections:redo': ({ id }) => edited(id, corrections.redo(id)),
    'corrections:history': ({ id }) => corrections.history(id),
    'marks:list': ({ id }) => notes.marks(id),
    'marks:add': ({ id, atMs }) => {
      const at = atMs ?? nowOf(id)
      return at === null ? fail('not-recording') : marked(id, notes.mark(id, at))
    },
    'marks:remove': ({ id, atMs }) => marked(id, notes.unmark(id, atMs)),
    'notes:get': ({ id }) => notes.lines(id),
    'notes:write': ({ id, text, atMs }) => told(id, notes.write(id, text, atMs ?? nowOf(id))),
    'search:find': (query) => searcher.find(query),
    'search:filters': () => searcher.filters(),
  }
}

async function empty(library: Library, broadcast: Broadcast, which: 'all' | 'old') {
  const gone = await library.bin.empty(which)
  if (gone.ok) for (const id of gone.value) broadcast('meetings:removed', { id })
  return gone
}

const sweepMs = 6 * 60 * 60_000

/** Deletes for good what has been in the bin for 30 days, now and every few hours. */
export function setupBinSweep(library: Library, broadcast: Broadcast): void {
  if (library.readOnly !== null) return
  const sweep = () => {
    void empty(library, broadcast, 'old').then((swept) => {
      if (!swept.ok) log.error('bin not emptied', { error: swept.error })
      else if (swept.value.length > 0) log.info('bin emptied', { ids: swept.value })
    })
  }
  sweep()
  setInterval(sweep, sweepMs).unref()
}
