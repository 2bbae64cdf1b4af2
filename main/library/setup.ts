import { wallNow } from '../../common/clock'
import { ok } from '../../common/errors'
import { packMeetings, packText, packWords } from '../../common/model'
import type { CallHandlers, Events, RecordingState } from '../boundary'
import type { Library } from './library'
import { createMeetingCalls, setupBinSweep } from './meeting-calls'
import { createNotifyEdited } from './notify-edited'
import { createRecovered } from './recovered'
import { createSearcher, searchThread } from './search/searcher'
import { createUpkeep } from './upkeep/upkeep'

interface Setup {
  readonly events: Events
  readonly library: Library
  readonly recordingState: RecordingState
  /** The built search/thread.ts. */
  readonly searchThread: string
  /** Quits and starts the app again. */
  readonly relaunch: () => void
}

/** The calls of the window about meetings, their search, and the emptying of the bin. */
export function setupMeetings({ events, library, recordingState, ...setup }: Setup) {
  const searcher = createSearcher(() => searchThread(setup.searchThread, library.file))
  const upkeep = createUpkeep({
    library,
    openThread: () => createSearcher(() => searchThread(setup.searchThread, library.file)),
    isRecording: recordingState.isOn,
    now: wallNow,
  })
  const notifyEdited = createNotifyEdited(library, events.emit)
  const recovered = createRecovered(library)
  const calls = createMeetingCalls({ library, searcher, recordingState, events, notifyEdited })
  return {
    notifyEdited,
    mark: (id: string) => calls['marks:add']({ id, atMs: null }),
    find: searcher.find,
    handlers: {
      'meetings:list': () => {
        const meetings = library.meetings.list()
        return meetings.ok ? ok(packMeetings(meetings.value)) : meetings
      },
      'meetings:get': ({ id }) => {
        const text = library.transcriptText(id)
        return text.ok ? ok(packText(text.value)) : text
      },
      'meetings:words': ({ id }) => {
        const words = library.turns.words(id)
        return words.ok ? ok(packWords(words.value)) : words
      },
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
      void searcher.filters()
    },
    stop: () => {
      upkeep.stop()
      searcher.close()
    },
  }
}
