import { app, dialog, powerMonitor } from 'electron'
import { mainMessages } from '../../common/text'
import type { Events, RecordingState } from '../boundary'
import type { Notifications } from '../notifications'
import { createLog } from '../platform'
import type { Recordings } from '../recording'
import type { MainWindow } from '../windows'
import { setupForcedEnd } from './forced-end'

const log = createLog('quit')

/**
 * How long a recording may take to finish when the system ends the app, in ms. Systems wait 5 to 20 s
 * before they kill it.
 */
const stopLimitMs = 5_500
/** How long the app may take to quit after that, in ms. */
const quitLimitMs = 1_500

/** How long the desktop may take to show its tray after a person signed in, in ms. */
const trayLimitMs = 15_000

interface Setup {
  readonly events: Events
  readonly recording: Pick<Recordings, 'stop'> & { readonly state: RecordingState }
  readonly mainWindow: Pick<MainWindow, 'open' | 'current' | 'openMinimized' | 'keepIf'>
  readonly notifications: Notifications
  readonly tray: {
    /** Whether a person can bring the window back from it. */
    readonly isThere: () => boolean
  }
  readonly settings: { get(): { readonly keepRunning: boolean } }
  /** Stops every feature. Runs last, when nothing is recorded any more. */
  readonly stop: () => void
}

/**
 * Quitting while recording asks once, then stops the recording as the Stop button does. If the system
 * ends the app, nobody is asked. Closing the last window quits, unless a recording runs or Parley is
 * to stay: then it is in the tray, and one notification says so. Without a tray the window stays,
 * minimized.
 */
export function setupQuit({
  events,
  recording,
  mainWindow,
  notifications,
  tray,
  settings,
  stop,
}: Setup): void {
  const isRecording = recording.state.isOn
  let leaving = false
  let notified = false
  const stays = () => isRecording() || settings.get().keepRunning

  function quitNow(): void {
    leaving = true
    stop()
    app.quit()
  }

  async function askAndQuit(): Promise<void> {
    if (isRecording()) {
      const text = mainMessages.quit
      const answer = await dialog.showMessageBox({
        type: 'question',
        message: text.message,
        detail: text.detail,
        buttons: [text.stopAndQuit, text.keepRecording],
        defaultId: 0,
        cancelId: 1,
      })
      if (answer.response !== 0 || leaving) return
      const stopped = await recording.stop()
      if (!stopped.ok) log.warn('stop before quitting', { error: stopped.error })
    }
    if (!leaving) quitNow()
  }

  /** Saves everything, and ends before the system kills the app. */
  async function endForSystem(reason: string): Promise<void> {
    if (leaving) return
    leaving = true
    log.info('ended by the system', { reason })
    const limit = new Promise((resolve) => setTimeout(resolve, stopLimitMs))
    if (isRecording()) await Promise.race([recording.stop(), limit])
    setTimeout(() => app.exit(0), quitLimitMs)
    quitNow()
  }

  setupForcedEnd()

  let asking = false
  app.on('before-quit', (event) => {
    if (leaving) return
    event.preventDefault()
    if (asking) return
    asking = true
    void askAndQuit().finally(() => {
      asking = false
    })
  })

  // Without a listener Electron quits by itself when the recorder page, which may be the only window,
  // is opened again after a crash.
  app.on('window-all-closed', () => undefined)
  events.on('window:closed', () => {
    if (mainWindow.current() !== null) return
    if (isRecording()) {
      if (!notified) {
        notifications.show({
          id: 'still-recording',
          reason: 'needs-person',
          ...mainMessages.stillRecording,
          onClick: mainWindow.open,
        })
      }
      notified = true
    } else if (process.platform !== 'darwin' && !stays()) {
      app.quit()
    }
  })

  // Without a tray a hidden start could not be found again.
  setTimeout(() => {
    if (!tray.isThere()) mainWindow.openMinimized()
  }, trayLimitMs)

  mainWindow.keepIf(() => !leaving && stays() && !tray.isThere())

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => void endForSystem(signal))
  }
  // macOS and Linux: the computer shuts down or restarts.
  powerMonitor.on('shutdown', () => void endForSystem('shutdown'))
  // Windows: the person signs out, or the computer shuts down. Each window is asked before.
  app.on('browser-window-created', (_event, window) => {
    window.on('query-session-end', () => void endForSystem('end of session'))
    window.on('session-end', () => void endForSystem('end of session'))
  })
}
