import { join } from 'node:path'
import type { Settings } from '../../common/model'
import type { CallHandlers, Events, PageFiles, RecordingState } from '../boundary'
import type { Library } from '../library'
import { openImporterPage } from '../windows'
import { createAudioAccess, type AudioAccess } from './audio-access'
import { createCompressor, type Compressor } from './compressor'
import { storageUse } from './usage'

interface Setup {
  readonly events: Events
  readonly library: Library
  readonly settings: { get(): Settings }
  readonly recordingState: RecordingState
  readonly dataFolder: string
  readonly modelsFolder: string
  readonly files: PageFiles
}

/** Keeps the audio of meetings small; each file is compressed and decompressed in a page of its own. */
export function setupAudioStorage(setup: Setup) {
  const { events, library, settings, recordingState } = setup
  const openPage = () => openImporterPage(setup.files)
  const audioAccess: AudioAccess = createAudioAccess({
    library,
    openPage,
    onRelease: () => compressor.trigger(),
  })
  const compressor: Compressor = createCompressor({
    library,
    audioAccess,
    settings: settings.get,
    isRecording: recordingState.isOn,
    openPage,
    broadcast: events.emit,
  })
  const folders = { library: join(setup.dataFolder, 'library'), models: setup.modelsFolder }
  events.on('transcript:gap', compressor.trigger)
  events.on('settings:changed', compressor.trigger)
  events.on('recording:status', ({ state }) => {
    if (state === 'idle') compressor.trigger()
    else compressor.pause()
  })
  return {
    holdAudio: audioAccess.hold,
    handlers: {
      'storage:usage': () => storageUse(folders, compressor.problem()),
    } satisfies Partial<CallHandlers>,
    start: compressor.trigger,
    stop: compressor.stop,
  }
}
