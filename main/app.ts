import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, dialog, nativeTheme, net, powerMonitor } from 'electron'
import { mainMessages } from '../preload/main-messages'
import type { Meeting, Place, RecordingStatus } from '../preload/model'
import { setupCaptions } from './captions/setup'
import { createCheck } from './check/check'
import { setupMarkdown } from './desktop/markdown-setup'
import { createMeetingExport } from './desktop/meeting-export'
import { setupOpening } from './desktop/opening-setup'
import { setupPower } from './desktop/power'
import { setupQuit } from './desktop/quit'
import { setupShell } from './desktop/shell'
import { createEchoWatch } from './echo/watch'
import { createTellEdited } from './edited'
import { createEngine } from './engine/engine'
import { forkEngine } from './engine/fork'
import { createExporter } from './exports/exporter'
import { createHandlers } from './handlers'
import { setupImports } from './import/setup'
import { sendEvent, setupIpc } from './ipc'
import { openLibrary } from './library/library'
import { createReserve } from './library/reserve'
import { createSearcher, searchThread } from './library/search/searcher'
import { createLog, setupLog } from './log'
import { createMainWindow } from './main-window'
import { createMeetingCalls, setupBinSweep } from './meeting-calls'
import { readNotices } from './notices'
import { setupPages } from './pages'
import { registerSchemes } from './protocol'
import { createRecorderPage } from './recorder-page'
import { freeBytes } from './recording/free-space'
import { createRecordings, type Recordings } from './recording/recording'
import { createSoundRescue } from './recording/sound-rescue'
import type { Broadcast } from './recording/transcript'
import { createRecovered } from './recovered'
import { createWritingAgain } from './repair/again'
import { setupRepair } from './repair/setup'
import { setupNavigation } from './security'
import { setupService } from './service/setup'
import { createSettings } from './settings'
import { endSoundService } from './sound-service'
import { setupStorage } from './storage/setup'
import { setupUpdates } from './update/setup'
import { setupLoopback } from './system-audio'
import { modelsFolder, parseSwitches, type Switches } from './switches'
import type { PageFiles } from './window-options'

const log = createLog('app')

/** What must come before `ready`, then everything else once it is. */
function main(): void {
  // SECURITY: every page is sandboxed, whatever its own options say.
  app.enableSandbox()
  registerSchemes()
  setupNavigation()
  setupLoopback()
  const switches = parseSwitches(process.argv)
  if (!switches.ok) {
    process.stderr.write(`${mainMessages.badSwitch} ${switches.error.detail ?? ''}\n`)
    app.exit(2)
    return
  }
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write(`${mainMessages.secondCopy}\n`)
    app.quit()
    return
  }
  process.on('uncaughtException', (cause) => log.error('uncaught', { cause }))
  process.on('unhandledRejection', (cause) => log.error('unhandled rejection', { cause }))
  const opening = setupOpening()
  void app.whenReady().then(() => onReady(switches.value, opening))
}

function onReady(switches: Switches, opening: ReturnType<typeof setupOpening>): void {
  const data = app.getPath('userData')
  setupLog(join(data, 'logs'))
  const { versions } = process
  log.info('start', { version: app.getVersion(), electron: versions.electron })

  const library = openLibrary({ folder: join(data, 'library') })
  if (!library.ok) {
    dialog.showErrorBox(app.name, library.error.sentence)
    app.exit(1)
    return
  }
  const dist = join(app.getAppPath(), 'dist')
  const searcher = createSearcher(() =>
    searchThread(join(dist, 'main', 'search-thread.cjs'), library.value.file),
  )
  const files: PageFiles = {
    preload: join(dist, 'preload', 'bridge.cjs'),
    icon: join(dist, 'icons', 'window.png'),
    packaged: app.isPackaged,
  }
  const systemAudio = setupPages({
    dist,
    library: library.value,
    checkSound: (name) => check.sound(name),
    wantsSystemAudio: () => recordings.wantsSystemAudio() || check.isOn,
  })
  const settings = createSettings({ folder: data })
  nativeTheme.themeSource = settings.get().theme
  const { serviceUrl } = switches
  const service = setupService({ settings, net, serviceUrl })
  const { keys } = service
  const quit = setupQuit(
    () => recordings,
    () => {
      recorderPage.close()
      captions.close()
      repair.stop()
      again.stop()
      markdown.stop()
      imports.stop()
      storage.packer.stop()
      engine.stop()
      searcher.close()
      library.value.close()
    },
  )
  const mainWindow = createMainWindow(files, quit.windowClosed)
  // Its page loads while the rest is made, which is there before anything that the page can ask.
  mainWindow.open()
  const captions = setupCaptions({
    files,
    dataFolder: data,
    settings,
    library: library.value,
    status: () => recordings.status(),
    onShown: (shown) => {
      tellPages('captions:changed', shown)
      showState()
    },
  })
  const tellPages: Broadcast = (name, payload) =>
    sendEvent([...mainWindow.contents(), ...captions.contents()], name, payload)
  const echo = createEchoWatch(library.value, tellPages)
  const broadcast: Broadcast = (name, payload) => {
    tellPages(name, payload)
    echo.heard(name, payload)
    imports.heard(name, payload)
    if (name === 'transcript:gap') storage.packer.trigger()
    if (name === 'meetings:changed') markdown.changed((payload as Meeting).id)
    if (name === 'marks:changed') markdown.changed((payload as { meetingId: string }).meetingId)
    if (name === 'recording:status') {
      rescue?.look(payload as RecordingStatus, performance.now())
      showState()
      if (recordings.status().state === 'idle') storage.packer.trigger()
      else {
        storage.packer.pause()
        check.end()
      }
      updates.look()
    }
  }
  const rescue = process.platform === 'linux' ? createSoundRescue(() => endSoundService(app)) : null
  const markdown = setupMarkdown({
    library: library.value,
    settings,
    window: mainWindow.current,
    documents: () => app.getPath('documents'),
    onState: (state) => broadcast('markdown:changed', state),
  })
  const models = modelsFolder(switches, app.isPackaged, process.resourcesPath)
  const engine = createEngine({
    modelsDir: models,
    model: settings.get().onDeviceModel,
    fork: () => forkEngine(join(dist, 'main', 'engine-process.cjs')),
    onState: (state) => broadcast('engine:changed', state),
    now: Date.now,
    random: randomBytes,
    log: createLog('engine'),
  })
  const storage = setupStorage({
    library: library.value,
    settings: settings.get,
    isRecording: () => recordings.status().state !== 'idle',
    broadcast,
    dataFolder: data,
    modelsFolder: models,
    files,
  })
  // Before what finds gaps at its start and tells of them.
  const { imports, calls: importCalls } = setupImports({
    library: library.value,
    settings: settings.get,
    broadcast,
    dataFolder: data,
    files,
    window: mainWindow.current,
    onAdded: () => repair.trigger(),
    onLeft: (meetingId) => repair.leave(meetingId),
  })
  const { repair, againEngine } = setupRepair({
    library: library.value,
    sounds: storage.sounds,
    settings: settings.get,
    keyInUse: service.keyInUse,
    engine,
    http: service.http,
    serviceUrl,
    broadcast,
    net,
  })
  const recorderPage = createRecorderPage(files, () => {
    recordings.recorderGone()
    check.recorderGone()
  })
  const check = createCheck({
    recorder: recorderPage,
    settings: settings.get,
    isRecording: () => recordings.status().state !== 'idle',
    newId: randomUUID,
    broadcast,
  })
  const edited = createTellEdited(library.value, broadcast)
  const again = createWritingAgain({
    library: library.value,
    sounds: storage.sounds,
    engine: againEngine,
    engineInUse: () => settings.get().engine,
    broadcast,
    edited,
  })
  const recordings: Recordings = createRecordings({
    library: library.value,
    recorder: recorderPage,
    settings: settings.get,
    grant: (source, chosen, { life, onWait }) =>
      chosen.engine === 'service'
        ? service.grants.grant({ signal: life, settings: chosen, onWait })
        : engine.grant({ source, filterProfanity: chosen.filterProfanity.onDevice }),
    broadcast: (name, payload) => {
      broadcast(name, payload)
      if (name === 'transcript:gap' || name === 'meetings:changed') repair.trigger()
    },
    freeBytes: () => freeBytes(data),
    reserve: createReserve(join(data, 'library', 'reserve')),
    newId: randomUUID,
  })

  let askedPlace: Place | null = null
  const updates = setupUpdates({
    updateUrl: switches.updateUrl,
    enabled: () => settings.get().updates,
    isRecording: () => recordings.status().state !== 'idle',
    onState: (state) => broadcast('update:changed', state),
  })

  setupIpc(
    createHandlers({
      info: {
        version: app.getVersion(),
        electron: versions.electron,
        chromium: versions.chrome,
        platform: process.platform,
      },
      askedPlace: () => {
        const place = askedPlace
        askedPlace = null
        return place
      },
      notices: () => readNotices(join(dist, 'notices', 'notices.json')),
      settings,
      keys,
      tryToken: service.tryToken,
      recordings,
      library: library.value,
      recovered: createRecovered(library.value),
      engine,
      check,
      meetingCalls: createMeetingCalls({
        library: library.value,
        searcher,
        status: () => recordings.status(),
        broadcast,
        edited,
        onBinned: (meetingId) => again.leave(meetingId),
        onRestored: () => repair.trigger(),
      }),
      exportMeeting: createMeetingExport({
        library: library.value,
        sounds: storage.sounds,
        window: mainWindow.current,
        folder: () => app.getPath('documents'),
        exporter: createExporter(join(dist, 'main', 'export-thread.cjs')),
      }),
      allowSystemAudio: () => systemAudio.allow(recorderPage.contents()),
      markdown,
      importCalls,
      captionsCalls: captions.calls,
      storageUse: storage.use,
      again,
      updates,
    }),
    {
      ...captions.sends,
      'recorder:ready': () => {
        recordings.recorderReady()
        check.recorderReady()
      },
      'recorder:event': (event) => recordings.recorderEvent(event),
      'recorder:check-event': ({ recordingId, event }) => check.event(recordingId, event),
    },
  )

  setupPower(powerMonitor, recordings, repair.trigger)
  settings.onChange((changed) => {
    nativeTheme.themeSource = changed.theme
    engine.setModel(changed.onDeviceModel)
    recordings.settingsChanged()
    storage.packer.trigger()
    updates.look()
    broadcast('settings:changed', changed)
    showState()
  })
  keys.onChange((list) => {
    broadcast('keys:changed', list)
    repair.trigger()
  })
  const showState = setupShell({
    trayIcon: join(dist, 'icons', 'tray.png'),
    mainWindow,
    recordings,
    captions: captions.menu,
  })
  showState()
  app.on('activate', mainWindow.open)
  opening({
    openPlace: (place) => {
      askedPlace = place
      mainWindow.open()
      tellPages('app:place-asked', undefined)
    },
    openFiles: (paths) => {
      mainWindow.open()
      const added = imports.add(paths)
      if (!added.ok) tellPages('imports:failed', added.error)
    },
    openWindow: mainWindow.open,
  })
  // Warm by the time that they are wanted, without holding up the first window.
  mainWindow.whenShown(() => {
    recorderPage.open()
    engine.start()
    repair.trigger()
    again.resume()
    storage.packer.trigger()
    setupBinSweep(library.value, broadcast)
    void searcher.filters()
    markdown.trigger()
    updates.begin()
  })
}

main()
