import { wallNow } from '../../common/clock'
import { ok, type Result } from '../../common/errors'
import type { ConsentQuestion, ConsentWay } from '../../common/model'
import type { CallHandlers, Events, RecordingState } from '../boundary'
import type { Library } from '../library'
import type { SettingsStore } from '../settings'

interface Setup {
  readonly events: Events
  readonly settings: Pick<SettingsStore, 'get' | 'patch'>
  readonly library: Pick<Library, 'meetings'>
  readonly recordingState: RecordingState
}

/** Reminds a person to ask the others, and notes in the meeting that they agreed. */
export function setupConsent({ events, settings, library, recordingState }: Setup) {
  let question: ConsentQuestion | null = null
  /** The recording that was already asked about. */
  let askedFor: string | null = null

  function set(next: ConsentQuestion | null): void {
    if (question?.meetingId === next?.meetingId) return
    question = next
    events.emit('consent:changed', question)
  }

  function note(id: string, how: ConsentWay | null): Result<undefined> {
    const consent = how === null ? null : { notedAt: wallNow(), how }
    const noted = library.meetings.setConsent(id, consent)
    if (!noted.ok) return noted
    const meeting = library.meetings.get(id)
    if (meeting.ok) events.emit('meetings:changed', meeting.value)
    if (question?.meetingId === id) set(null)
    return ok(undefined)
  }

  events.on('recording:status', () => {
    const { state, meetingId } = recordingState.status()
    if (state === 'idle' || state === 'finishing') return set(null)
    const { consentReminder } = settings.get()
    if (state !== 'recording' || meetingId === null || meetingId === askedFor) return
    askedFor = meetingId
    if (consentReminder === 'off') return
    set({ meetingId })
    if (consentReminder === 'once') settings.patch({ consentReminder: 'off' })
  })

  return {
    handlers: {
      'consent:question': () => ok(question),
      'consent:note': ({ id, how }) => note(id, how),
      'consent:dismiss': () => {
        set(null)
        return ok(undefined)
      },
    } satisfies Partial<CallHandlers>,
  }
}
