import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app } from 'electron'
import { monotonicNow } from '../../common/clock'
import { ok } from '../../common/errors'
import { createReserve } from '../audio-files'
import type { CallHandlers, Events, RecordingState, SendHandlers } from '../boundary'
import type { Engine } from '../local-engine'
import { endAudioService, freeBytes } from '../platform'
import type { ServiceGrants } from '../service'
import type { SettingsStore } from '../settings'
import { createAudioServiceRestart } from './audio-service-restart'
import { setupEngineUse } from './engine-use'
import { voiceFocusOf } from './speech-settings'
import { createRecordings, type RecorderLink, type RecordingsOptions } from './recording'

interface Setup extends Pick<RecordingsOptions, 'library'> {
  readonly events: Events
  readonly settings: Pick<SettingsStore, 'get' | 'patch'>
  readonly recorderPage: { readonly page: RecorderLink }
  readonly systemSound: RecordingsOptions['systemSound']
  readonly service: { readonly grants: ServiceGrants }
  readonly localEngine: Pick<Engine, 'grant' | 'state'>
  readonly dataFolder: string
}

/** Recordings, the calls of the window about them, and the events of main that they need. */
export function setupRecording(setup: Setup) {
  const { events, library, settings, recorderPage, systemSound, service, localEngine, dataFolder } =
    setup
  const recordings = createRecordings({
    library,
    settings: settings.get,
    recorder: recorderPage.page,
    grant: (source, chosen, { signal, onWait }) =>
      chosen.engine === 'service'
        ? service.grants.grant({
            signal,
            settings: { ...chosen, voiceFocus: voiceFocusOf(chosen, source) },
            onWait,
          })
        : localEngine.grant({
            source,
            filterProfanity: chosen.filterProfanity.onDevice,
            terms: chosen.keyTerms,
          }),
    rememberAnswer: (requested, answered) => {
      const { modelAnswers } = settings.get()
      if (modelAnswers[requested] === answered) return false
      settings.patch({ modelAnswers: { ...modelAnswers, [requested]: answered } })
      return true
    },
    systemSound,
    broadcast: events.emit,
    freeBytes: () => freeBytes(dataFolder),
    reserve: createReserve(join(dataFolder, 'library', 'reserve')),
    newId: randomUUID,
  })
  const { status } = recordings
  const state: RecordingState = { status, isOn: () => status().state !== 'idle' }

  events.on('settings:changed', recordings.settingsChanged)
  events.on('meetings:brief-changed', ({ id }) => recordings.briefChanged(id))
  events.on('recorder-page:event', recordings.recorderEvent)
  events.on('recorder-page:alive', recordings.recorderAlive)
  events.on('recorder-page:ready', recordings.recorderReady)
  events.on('recorder-page:gone', recordings.recorderGone)
  events.on('power:suspend', recordings.suspended)
  events.on('power:resume', ({ uncountedMs }) => recordings.resumed(uncountedMs))
  if (process.platform === 'linux') {
    const restart = createAudioServiceRestart(() => endAudioService(app))
    events.on('recording:status', (now) => restart.check(now, monotonicNow()))
  }

  const engineUse = setupEngineUse({ events, library, settings, localEngine })
  return {
    ...recordings,
    state,
    handlers: {
      ...engineUse.handlers,
      'recording:start': () => recordings.start(),
      'recording:stop': () => recordings.stop(),
      'recording:pause': () => recordings.pause(),
      'recording:resume': () => recordings.resume(),
      'recording:mute': ({ muted }) => recordings.mute(muted),
      'recording:status': () => ok(status()),
      'devices:list': () => ok(recordings.devices()),
      'recorder:token': ({ recordingId, source }) => recordings.lend(recordingId, source),
    } satisfies Partial<CallHandlers>,
    sends: {
      'recorder:event': recordings.recorderEvent,
    } satisfies Partial<SendHandlers>,
  }
}
