import { type Result, fail, ok } from '../../common/errors'
import type { Broadcast, CallHandlers, Events, RecordingState } from '../boundary'
import { createLog } from '../platform'
import type { Library } from './library'
import type { NotifyEdited } from './notify-edited'
import type { MeetingReader } from './meeting-reader'
import type { LibraryThread } from './thread/library-thread'

const log = createLog('library')

type MeetingCall =
  | 'meetings:original'
  | 'meetings:brief'
  | 'meetings:set-brief'
  | 'meetings:bin'
  | `bin:${'list' | 'restore' | 'delete' | 'empty'}`
  | `corrections:${'edit' | 'undo' | 'redo' | 'history'}`
  | `marks:${'list' | 'add' | 'remove'}`
  | `notes:${'get' | 'write'}`
  | `search:${'find' | 'filters'}`

/** The calls about meetings that a person finds, corrects, names and throws away. */
export type MeetingCalls = Pick<CallHandlers, MeetingCall>

export interface MeetingCallDeps {
  readonly library: Library
  readonly thread: Pick<LibraryThread, 'find' | 'filters'>
  readonly reader: Pick<MeetingReader, 'originalText'>
  readonly recordingState: RecordingState
  readonly events: Events
  readonly notifyEdited: NotifyEdited
}

/** The handlers of these calls; the windows receive every change. */
export function createMeetingCalls(deps: MeetingCallDeps): MeetingCalls {
  const { library, thread, reader, recordingState, events, notifyEdited } = deps
  const { bin, corrections, notes } = library

  function changed<T>(id: string, result: Result<T>): Result<T> {
    const meeting = result.ok ? library.meetings.get(id) : null
    if (meeting?.ok) events.emit('meetings:changed', meeting.value)
    return result
  }

  function marksChanged(meetingId: string, result: ReturnType<typeof notes.mark>) {
    if (result.ok) events.emit('marks:changed', { meetingId, marks: result.value })
    return result
  }

  /** How far the time line of a meeting is, in ms, or null if it is not being recorded. */
  function nowOf(meetingId: string): number | null {
    const { meetingId: recorded, elapsedMs } = recordingState.status()
    return recorded === meetingId ? elapsedMs : null
  }

  return {
    'meetings:original': ({ id }) => reader.originalText(id),
    'meetings:bin': ({ id }) => {
      const binned = changed(id, bin.put(id))
      if (binned.ok) events.emit('meetings:abandoned', { id })
      return binned
    },
    'bin:list': () => library.meetings.listBin(),
    'bin:restore': ({ id }) => {
      const restored = changed(id, bin.restore(id))
      if (restored.ok) events.emit('gaps:found', undefined)
      return restored
    },
    'bin:delete': async ({ id }) => {
      const removed = await bin.remove(id)
      if (removed.ok) events.emit('meetings:removed', { id })
      return removed
    },
    'bin:empty': async () => {
      const emptied = await empty(library, events.emit, 'all')
      return emptied.ok ? ok(undefined) : emptied
    },
    'meetings:brief': ({ id }) => library.briefs.get(id),
    'meetings:set-brief': ({ id, brief }) => {
      const set = library.briefs.set(id, brief)
      if (set.ok) events.emit('meetings:brief-changed', { id })
      return set
    },
    'corrections:edit': ({ id, edit }) => notifyEdited(id, corrections.edit(id, edit)),
    'corrections:undo': ({ id }) => notifyEdited(id, corrections.undo(id)),
    'corrections:redo': ({ id }) => notifyEdited(id, corrections.redo(id)),
    'corrections:history': ({ id }) => corrections.history(id),
    'marks:list': ({ id }) => notes.marks(id),
    'marks:add': ({ id, atMs }) => {
      const at = atMs ?? nowOf(id)
      return at === null ? fail('not-recording') : marksChanged(id, notes.mark(id, at))
    },
    'marks:remove': ({ id, atMs }) => marksChanged(id, notes.unmark(id, atMs)),
    'notes:get': ({ id }) => notes.lines(id),
    'notes:write': ({ id, text, atMs }) => changed(id, notes.write(id, text, atMs ?? nowOf(id))),
    'search:find': (query) => thread.find(query),
    'search:filters': () => thread.filters(),
  }
}

async function empty(library: Library, broadcast: Broadcast, which: 'all' | 'old') {
  const gone = await library.bin.empty(which)
  if (gone.ok) for (const id of gone.value) broadcast('meetings:removed', { id })
  return gone
}

const sweepMs = 6 * 60 * 60_000

/** Permanently deletes what has been in the bin for 30 days, now and every few hours. */
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
