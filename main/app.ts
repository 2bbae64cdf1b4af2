import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, dialog, Menu, nativeTheme, net, powerMonitor, session } from 'electron'
import type { Command } from '../preload/contract'
import { mainMessages } from '../preload/main-messages'
import type { Meeting, Place, RecordingStatus } from '../preload/model'
import { setupCaptions } from './captions/setup'
import { createCheck } from './check/check'
import { setupMarkdown } from './desktop/markdown-setup'
import { createMeetingExport } from './desktop/meeting-export'
import { menuTemplate, type MenuState } from './desktop/menu'
import { setupOpening } from './desktop/opening-setup'
import { setupPower } from './desktop/power'
import { setupQuit } from './desktop/quit'
import { setupTray } from './desktop/tray'
import { createEchoWatch } from './echo/watch'
import { createTellEdited } from './edited'
import { createEngine } from './engine/engine'
import { forkEngine } from './engine/fork'
import { createExporter } from './exports/exporter'
import { createHandlers } from './handlers'
import { setupImports } from './import/setup'
import { sendEvent, setupIpc } from './ipc'
import { createKeychain } from './keys/keychain'
import { createKeys } from './keys/keys'
import { parseSoundPath, serveSound } from './library/audio-range'
import { openLibrary } from './library/library'
import { createReserve } from './library/reserve'
import { createSearcher, searchThread } from './library/search/searcher'
import { createLog, setupLog } from './log'
import { createMainWindow } from './main-window'
import { createMeetingCalls, setupBinSweep } from './meeting-calls'
import { readNotices } from './notices'
import { registerSchemes, setupAppScheme, setupMediaScheme } from './protocol'
import { createRecorderPage } from './recorder-page'
import { freeBytes } from './recording/free-space'
import { createRecordings, type Recordings } from './recording/recording'
import { createSoundRescue } from './recording/sound-rescue'
import type { Broadcast } from './recording/transcript'
import { createRecovered } from './recovered'
import { createWritingAgain } from './repair/again'
import { setupRepair } from './repair/setup'
import { closeNetwork, setupNavigation, setupPermissions } from './security'
import { createServiceGrants } from './service/grants'
import { createHttpClient } from './service/http'
import { createMint } from './service/tokens'
import { createKeyCheck, createTryToken } from './service/try-token'
import { createSettings } from './settings'
import { endSoundService } from './sound-service'
import { setupStorage } from './storage/setup'
import { createLateUpdater } from './update/late-updater'
import { createUpdates } from './update/updates'
import { createSystemAudio, setupLoopback } from './system-audio'
import { modelsFolder, parseSwitches, type Switches } from './switches'
import { offlinePartition, type PageFiles } from './window-options'

const log = createLog('app')

/** How often it is looked whether an update is due; asking the server is due once a day. */
const updateLookMs = 10 * 60_000

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
  // Before any page is opened: an unknown scheme would be handed to the system.
  const systemAudio = createSystemAudio(
    session.defaultSession,
    () => recordings.wantsSystemAudio() || check.isOn,
  )
  const serveMeeting = async (path: string, range: string | null) => {
    const asked = parseSoundPath(path)
    if (asked === null) return serveSound(null, range)
    const { meetingId, packed } = asked
    if (packed) return serveSound(await library.value.openPacked(meetingId), range)
    return serveSound(check.sound(meetingId) ?? (await library.value.openSound(meetingId)), range)
  }
  const offline = session.fromPartition(offlinePartition)
  closeNetwork(offline)
  for (const pages of [session.defaultSession, offline]) {
    setupPermissions(pages, () => systemAudio.isAllowed)
    setupAppScheme(pages, join(dist, 'renderer'))
    setupMediaScheme(pages, serveMeeting)
  }
  const settings = createSettings({ folder: data })
  const { serviceUrl } = switches
  const http = createHttpClient(net)
  const mint = createMint({ http, serviceUrl })
  const keys = createKeys({
    settings,
    keychain: createKeychain({ platform: process.platform }),
    check: createKeyCheck(mint),
  })
  const keyInUse = () => keys.inUse()
  const service = createServiceGrants({ keyInUse, settings: settings.get, mint, serviceUrl })
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
    keyInUse,
    engine,
    http,
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
        ? service.grant({ signal: life, settings: chosen, onWait })
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
  const updates = createUpdates({
    updater: createLateUpdater(createLog('update'), switches.updateUrl),
    enabled: () => settings.get().updates,
    isRecording: () => recordings.status().state !== 'idle',
    onState: (state) => broadcast('update:changed', state),
    log: createLog('update'),
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
      tryToken: createTryToken({ keyInUse, mint, serviceUrl }),
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
      'recorder:ready': () => recordings.recorderReady(),
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
  nativeTheme.themeSource = settings.get().theme

  const run = (command: Command) => {
    mainWindow.open()
    sendEvent(mainWindow.contents(), 'app:command', command)
  }
  const recordOrStop = () => {
    if (recordings.status().state !== 'idle') void recordings.stop()
    // The window tries once more, and says why it cannot be.
    else if (!recordings.start().ok) run('record-or-stop')
  }
  const pauseOrResume = () => {
    // Either is refused where it cannot be now, which is what the tray and the menu show already.
    if (recordings.status().state === 'paused') recordings.resume()
    else recordings.pause()
  }
  let menuShown = ''
  const showTray = setupTray(join(dist, 'icons', 'tray.png'), {
    open: mainWindow.open,
    recordOrStop,
    pauseOrResume,
    quit: () => app.quit(),
  })
  function showState(): void {
    const { state, notices } = recordings.status()
    showTray({ state, hasNotice: notices.length > 0, captions: captions.menu() })
    showMenu({
      platform: process.platform,
      packaged: app.isPackaged,
      state,
      captions: captions.menu(),
    })
  }
  function showMenu(shown: MenuState): void {
    const text = JSON.stringify(shown)
    if (text === menuShown) return
    menuShown = text
    const template = menuTemplate(shown, run)
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  showState()
  app.on('activate', mainWindow.open)
  mainWindow.open()
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
    engine.start()
    repair.trigger()
    again.resume()
    storage.packer.trigger()
    setupBinSweep(library.value, broadcast)
    void searcher.filters()
    markdown.trigger()
    updates.look()
    setInterval(updates.look, updateLookMs).unref()
  })
}

main()
