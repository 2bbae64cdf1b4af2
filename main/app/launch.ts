import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import { mainMessages } from '../../common/text'
import { verbOf } from '../../common/verbs'
import { registerSchemes, setupNavigation } from '../boundary'
import { sayNotRunning } from '../control'
import { collectOpenRequests, type OpenRequests } from '../desktop'
import { type Library, openLibrary } from '../library'
import { createLog, findFreePort, ignoreClosedOutput, setupLog } from '../platform'
import { joinPortalFeature } from '../shortcuts'
import { enableCaptureFeatures } from '../windows'
import { parseSwitches, pseudoLanguage, type Switches } from './command-line'
import { speakLanguage } from './language'
import { appPaths, type Paths } from './paths'
import { isTestBuild, refusedHere } from './this-copy'

const log = createLog('app')

/** SECURITY: an earlier version, or a person, may have left the folder open to other accounts. */
function closeFolder(path: string): void {
  try {
    if ((statSync(path).mode & 0o077) === 0) return
    chmodSync(path, 0o700)
    for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
      const inside = join(entry.parentPath, entry.name)
      if (entry.isDirectory()) chmodSync(inside, 0o700)
      else if (entry.isFile()) chmodSync(inside, 0o600)
    }
  } catch (cause) {
    log.warn('folder not closed to others', { cause })
  }
}

export interface Launch {
  readonly switches: Switches
  readonly paths: Paths
  /** For the engine on this computer; of 127.0.0.1. */
  readonly enginePort: number
  /** Opens the library. If that fails it says why, ends the app and resolves to null. */
  readonly openLibrary: () => Promise<Library | null>
  readonly openRequests: OpenRequests
}

/**
 * Does everything that must happen before the app is ready, and waits for that.
 * If this copy cannot run, it says why, ends the app and never calls `boot`.
 */
export function launch(boot: (launch: Launch) => Promise<void>): void {
  // SECURITY: first of all, before Chromium has done anything that a switch asks for.
  const { argv } = process
  const refused = refusedHere()
  const textScript = speakLanguage(isTestBuild() ? pseudoLanguage(argv) : null)
  if (refused !== null) {
    process.stderr.write(`${mainMessages.badSwitch} ${refused}\n`)
    app.exit(2)
    return
  }
  ignoreClosedOutput()
  // SECURITY: other accounts of this computer read nothing that this app or its processes write.
  process.umask(0o077)
  const verb = verbOf(argv)
  if (verb !== null) {
    sayNotRunning(verb)
    return
  }
  // SECURITY: every page is sandboxed, whatever its own options say.
  app.enableSandbox()
  registerSchemes()
  setupNavigation()
  enableCaptureFeatures()
  joinPortalFeature()
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
  process.on('uncaughtException', (cause) => log.error('uncaught', { cause, stack: cause.stack }))
  process.on('unhandledRejection', (cause) => {
    const stack = cause instanceof Error ? cause.stack : undefined
    log.error('unhandled rejection', { cause, stack })
  })
  const openRequests = collectOpenRequests()
  const freePort = findFreePort()
  void app.whenReady().then(async () => {
    const paths = appPaths(switches.value, textScript)
    closeFolder(paths.dataFolder)
    setupLog(join(paths.dataFolder, 'logs'))
    log.info('start', { version: app.getVersion(), electron: process.versions.electron })
    await boot({
      switches: switches.value,
      paths,
      enginePort: await freePort,
      openLibrary: () => openOrExit(join(paths.dataFolder, 'library')),
      openRequests,
    })
  })
}

async function openOrExit(folder: string): Promise<Library | null> {
  // Chromium starts the processes of a window that was just created in the next turn of the event loop.
  await new Promise((resolve) => setImmediate(resolve))
  const library = openLibrary({ folder })
  if (library.ok) return library.value
  // With a listener, the app does not quit with its last window while the sentence is shown.
  app.on('window-all-closed', () => undefined)
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
  dialog.showErrorBox(app.name, library.error.sentence)
  app.exit(1)
  return null
}
