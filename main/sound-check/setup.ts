import { randomUUID } from 'node:crypto'
import { ok } from '../../common/errors'
import type { CallHandlers, Events, RecordingState } from '../boundary'
import { createSoundChecker, type SoundCheckerOptions } from './sound-check'

interface Setup {
  readonly events: Events
  readonly settings: { readonly get: SoundCheckerOptions['settings'] }
  readonly recorderPage: { readonly page: SoundCheckerOptions['recorder'] }
  readonly recordingState: RecordingState
}

/** The sound check, which the beginning of a recording ends. */
export function setupSoundCheck({ events, settings, recorderPage, recordingState }: Setup) {
  const check = createSoundChecker({
    settings: settings.get,
    recorder: recorderPage.page,
    isRecording: recordingState.isOn,
    newId: randomUUID,
    broadcast: events.emit,
  })
  events.on('recorder-page:check-event', ({ recordingId, event }) =>
    check.event(recordingId, event),
  )
  events.on('recorder-page:ready', check.recorderReady)
  events.on('recorder-page:gone', check.recorderGone)
  events.on('recording:status', ({ state }) => {
    if (state !== 'idle') check.end()
  })
  return {
    sound: check.sound,
    isOn: () => check.isOn,
    handlers: {
      'sound-check:start': () => check.start(),
      'sound-check:end': () => {
        check.end()
        return ok(undefined)
      },
    } satisfies Partial<CallHandlers>,
  }
}
