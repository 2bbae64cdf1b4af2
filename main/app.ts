// The boot list: one line for each feature. A feature uses only what is above its line.
import { net, powerMonitor, powerSaveBlocker } from 'electron'
import { setupInfo } from './app/info'
import { launch, type Launch } from './app/launch'
import { setupAudioStorage } from './audio-storage'
import { connect, createEvents, forwardEvents, links, openRequestSession } from './boundary'
import { setupCalendar } from './calendar'
import { setupCalls } from './calls'
import { setupCaptions } from './captions'
import { setupChat } from './chat'
import { setupControl } from './control'
import * as desktop from './desktop'
import { setupEcho } from './echo'
import { setupExports } from './exports'
import { setupForgotten } from './forgotten'
import { setupImports } from './import'
import { createKeychain } from './keys'
import { setupMeetings } from './library'
import { setupLocalEngine } from './local-engine'
import { setupMinutes } from './minutes'
import { setupModels } from './models'
import { setupNotifications } from './notifications'
import { setupProxy } from './proxy'
import { setupRecording } from './recording'
import { setupRedaction } from './redaction'
import { setupService } from './service'
import { connectSessionBus } from './session-bus'
import { setupSettings } from './settings'
import { setupShortcuts } from './shortcuts'
import { setupSpeakers } from './speakers'
import { setupSoundCheck } from './sound-check'
import { setupSystemSound } from './system-sound'
import { setupTranscription } from './transcription'
import { setupUpdates } from './update'
import { setupUsage } from './usage'
import { setupMainWindow, setupPages, setupPageSound, setupRecorderPage } from './windows'

async function boot(launched: Launch): Promise<void> {
  const { switches, paths, enginePort, openLibrary, openRequests } = launched
  const events = createEvents()
  forwardEvents(events)
  const settings = setupSettings({ events, ...paths })
  setupPages({ events, settings, ...paths })
  const mainWindow = setupMainWindow({ events, settings, ...paths, ...switches })
  // The page of the window starts meanwhile.
  const library = await openLibrary()
  if (library === null) return

  const bus = connectSessionBus()
  const notifications = setupNotifications({ bus })
  const keychain = createKeychain({ platform: process.platform })
  const onceSession = openRequestSession('requests')
  const proxy = setupProxy({ events, keychain, onceSession })
  const recorderPage = setupRecorderPage({ events, ...paths })
  const requests = { events, settings, net, keychain, onceSession, proxy }
  const service = setupService({ ...requests, recorderPage, ...switches })
  const models = setupModels({ events, settings, net, proxy, ...paths })
  const engine = { enginePort, installedModel: models.inUse }
  const localEngine = setupLocalEngine({ events, settings, ...paths, ...engine })
  const systemSound = setupSystemSound({ events, settings, ...paths })
  const deps = { ...paths, events, settings, library, systemSound }
  const recording = setupRecording({ ...deps, recorderPage, service, localEngine })
  const recordingState = recording.state
  const usage = setupUsage({ ...deps, recordingState })
  const soundCheck = setupSoundCheck({ ...deps, recordingState, recorderPage })
  const onThisComputer = () => [`ws://127.0.0.1:${localEngine.port()}`, ...service.simulator]
  const capture = { recorderPage, recording, soundCheck }
  const pageSound = setupPageSound({ ...deps, onThisComputer, ...capture })
  const chat = setupChat({ ...deps, keychain, service, mainWindow })
  const captions = setupCaptions({ ...deps, recordingState })
  desktop.setupLibraryNotices(library)
  const { relaunch } = desktop
  const meetings = setupMeetings({ ...deps, recordingState, relaunch })
  setupEcho(deps)
  const audioStorage = setupAudioStorage({ ...deps, recordingState })
  const redaction = setupRedaction({ ...deps, meetings })
  const people = { localEngine, audioStorage, speakerModels: models.forSpeakers }
  const speakers = setupSpeakers({ ...deps, ...people })
  const exports = setupExports({ ...deps, mainWindow, audioStorage, redaction })
  const minutes = setupMinutes({ ...deps, chat, meetings, redaction })
  const calendar = setupCalendar({ ...deps, service, mainWindow })
  const imports = setupImports({ ...deps, mainWindow })
  const engines = { service, localEngine, net }
  const transcription = setupTranscription({ ...deps, ...engines, meetings, audioStorage })
  const updates = setupUpdates({ ...deps, recordingState, proxy, testFeed: switches.testFeed })
  const info = setupInfo({ ...deps, recordingState, relaunch })
  desktop.setupPower({ source: powerMonitor, events })
  desktop.setupStayAwake(powerSaveBlocker, events)
  const deepLinks = desktop.setupDeepLinks({ ...deps, mainWindow, openRequests, imports })
  const quickAction = desktop.createQuickActions({ recording, captions, meetings })
  const quick = { ...deps, recordingState, captions, quickAction, mainWindow }
  const tray = desktop.setupTrayAndMenu({ ...quick, bus, deepLinks })
  const shortcuts = setupShortcuts({ ...quick, notifications })
  const control = setupControl(quick)
  const calls = setupCalls({ ...quick, notifications, recording })
  const forgotten = setupForgotten({ ...quick, notifications, recording })
  const consent = desktop.setupConsent(quick)
  desktop.setupPrivateScreens(deps)
  desktop.setupLoginItem(deps)

  // Features start in this order, and stop in the reverse one.
  // oxfmt-ignore
  const features = connect(
    { stop: library.close }, { stop: bus.close },
    info, links, settings, proxy, service, chat, models, localEngine, systemSound,
    { handlers: recording.handlers, sends: recording.sends },
    usage, soundCheck, recorderPage, mainWindow, pageSound, captions, meetings, audioStorage, redaction,
    exports, minutes, calendar, imports, transcription, updates, deepLinks, shortcuts, control, calls,
    forgotten, consent, speakers,
  )
  mainWindow.whenDrawn(features.start)
  desktop.setupQuit({ ...deps, recording, mainWindow, notifications, tray, stop: features.stop })
}

launch(boot)
