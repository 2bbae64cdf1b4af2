import { createAbout } from '../about/store'
import { createBin } from '../bin/store'
import { createCalendar } from '../calendar/store'
import { createConsent } from '../calls/consent-store'
import { createCalls } from '../calls/store'
import { createCaptions } from '../captions/store'
import { createChat } from '../chat/store'
import { createCommands } from '../commands/store'
import { createEngine } from '../engine/store'
import { createFirstRun } from '../first-run/store'
import { createForgotten } from '../forgotten/store'
import { createImports } from '../imports/store'
import { createKeys } from '../keys/store'
import { createMarkdown } from '../markdown/store'
import { createRecording } from '../meeting/live/store'
import { createBriefs } from '../meeting/brief/store'
import { createNames } from '../meeting/names/store'
import { createQuestions } from '../meeting/ask/store'
import { createModels } from '../models/store'
import { createMinutes } from '../meeting/minutes/store'
import { createSuggestion } from '../meeting/suggestion/store'
import { createAnnotations } from '../meeting/notes/store'
import { createRedactions } from '../meeting/redaction/store'
import { createSidePane } from '../meeting/side/store'
import { createOpenMeeting } from '../meeting/store'
import { createNavigation } from '../navigation/store'
import { createNotices } from '../notices/store'
import { createProxy } from '../proxy/store'
import { createRecovered } from '../recovered/store'
import { createRetranscription } from '../retranscription/store'
import { createSearchStore } from '../search/store'
import { createSettings } from '../settings/store'
import { createMeetings } from '../side-bar/store'
import { createShortcuts } from '../shortcuts/store'
import { createSoundCheck } from '../sound-check/store'
import { createSources } from '../sources/store'
import { createSpeakers } from '../speakers/store'
import { createStorage } from '../storage/store'
import { createCorrections } from '../transcript/editing/store'
import { createGapProblems } from '../transcript/gap-problems'
import { createTranscript } from '../transcript/store'
import { createUpdate } from '../update/store'
import { createUsage } from '../usage/store'
import type { Connection, MainProcess } from './main-process'

/** All features of the window. */
export type Parley = ReturnType<typeof createParley>

/**
 * Creates the features of one window, each on one line, after those that it uses. `schedule` runs
 * a function at the next frame.
 */
export function createParley(main: MainProcess, schedule: (flush: () => void) => void) {
  const notices = createNotices(main)
  const ground = {
    notices,
    navigation: createNavigation(main, { notices }),
    settings: createSettings(main, { notices }),
    meetings: createMeetings(main),
    recovered: createRecovered(main, { notices }),
    transcript: createTranscript(main, schedule),
    corrections: createCorrections(main, { notices }),
    annotations: createAnnotations(main, { notices }),
  }
  const meeting = createOpenMeeting(main, ground)
  const recording = createRecording(main, { notices, meeting })
  const soundCheck = createSoundCheck(main)
  const features = {
    ...ground,
    meeting,
    recording,
    soundCheck,
    about: createAbout(main),
    bin: createBin(main, { notices }),
    briefs: createBriefs(main, { notices }),
    calendar: createCalendar(main, { notices }),
    calls: createCalls(main),
    consent: createConsent(main, { ...ground, recording }),
    chat: createChat(main, { notices, settings: ground.settings }),
    captions: createCaptions(main, { notices }),
    engine: createEngine(main),
    gapProblems: createGapProblems(main),
    firstRun: createFirstRun(ground.settings, soundCheck),
    forgotten: createForgotten(main, { notices }),
    imports: createImports(main, { notices, recording, meeting }),
    keys: createKeys(main),
    markdown: createMarkdown(main, ground),
    minutes: createMinutes(main, { notices }),
    models: createModels(main, { notices }),
    suggestion: createSuggestion(main, ground),
    names: createNames(main, ground),
    questions: createQuestions(main),
    side: createSidePane(),
    proxy: createProxy(main, { notices }),
    redactions: createRedactions(main, { notices }),
    retranscription: createRetranscription(main, { notices }),
    search: createSearchStore(main.call),
    shortcuts: createShortcuts(main),
    sources: createSources(main),
    speakers: createSpeakers(main, { notices }),
    storage: createStorage(main),
    update: createUpdate(main, { notices }),
    usage: createUsage(main),
  }
  return { ...features, commands: createCommands(main, features) }
}

/** Waits for the first state of every feature, then shows the running recording or a linked meeting. */
export async function openParley(parley: Parley, loaded: Connection['loaded']): Promise<void> {
  const failures = await loaded()
  failures.forEach(parley.notices.show)
  const { meetingId } = parley.recording.status.get()
  if (meetingId !== null) await parley.meeting.open(meetingId)
  // The first picture does not wait for this.
  void parley.meeting.openLinked()
}
