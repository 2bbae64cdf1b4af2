import { wallNow } from '../../common/clock'
import { ok } from '../../common/errors'
import { packMeetings } from '../../common/model'
import type { CallHandlers, Events, RecordingState } from '../boundary'
import type { Library } from './library'
import { createMeetingCalls, setupBinSweep } from './meeting-calls'
import { createNotifyEdited } from './notify-edited'
import { createRecovered } from './recovered'
import { createMeetingReader } from './meeting-reader'
import { createLibraryThread, startLibraryThread } from './thread/library-thread'
import { createUpkeep } from './upkeep/upkeep'

interface Setup {
  readonly events: Events
  readonly library: Library
  readonly recordingState: RecordingState
  /** The built thread/thread.ts. */
  readonly libraryThread: string
  /** Quits and starts the app again. */
  readonly relaunch: () => void
}

/** The calls of the window about meetings, their search and reading, and the emptying of the bin. */
export function setupMeetings({ events, library, recordingState, ...setup }: Setup) {
  const openThread = () =>
    createLibraryThread(() => startLibraryThread(setup.libraryThread, library))
  const thread = openThread()
  const reader = createMeetingReader(library, thread)
  const upkeep = createUpkeep({
    library,
    openThread,
    isRecording: recordingState.isOn,
    now: wallNow,
  })
  const notifyEdited = createNotifyEdited(library, events.emit)
  const recovered = createRecovered(library)
  const calls = createMeetingCalls({
    library,
    thread,
    reader,
    recordingState,
    events,
    notifyEdited,
  })
  return {
    notifyEdited,
    mark: (id: string) => calls['marks:add']({ id, atMs: null }),
    find: thread.find,
    reader,
    handlers: {
      'meetings:list': () => {
        const meetings = library.meetings.list()
        return meetings.ok ? ok(packMeetings(meetings.value)) : meetings
      },
      'meetings:get': ({ id }) => reader.text(id),
      'meetings:words': ({ id, after }) => reader.words(id, after),
      'meetings:waveform': ({ id }) => library.waveform(id),
      'meetings:recovered': () => recovered.list(),
      'meetings:answer-recovered': ({ id, answer }) => recovered.answer(id, answer),
      'library:copies': () => ok(upkeep.copies()),
      'library:restore': ({ name }) => {
        const prepared = upkeep.restore(name)
        if (prepared.ok) setup.relaunch()
        return prepared
      },
      ...calls,
    } satisfies Partial<CallHandlers>,
    start: () => {
      setupBinSweep(library, events.emit)
      upkeep.start()
      // Warms the search up.
      void thread.filters()
    },
    stop: () => {
      upkeep.stop()
      thread.close()
    },
  }
}
