import { app, Menu } from 'electron'
import type { Command } from '../../preload/contract'
import type { CaptionsMenu } from '../captions/setup'
import { sendEvent } from '../ipc'
import type { MainWindow } from '../main-window'
import type { Recordings } from '../recording/recording'
import { menuTemplate, type MenuState } from './menu'
import { setupTray } from './tray'

interface Parts {
  readonly trayIcon: string
  readonly mainWindow: Pick<MainWindow, 'open' | 'contents'>
  readonly recordings: Pick<Recordings, 'status' | 'start' | 'stop' | 'pause' | 'resume'>
  readonly captions: () => CaptionsMenu
}

/** The tray and the application menu. Gives what shows the state of the recording in both. */
export function setupShell({ trayIcon, mainWindow, recordings, captions }: Parts): () => void {
  const run = (command: Command) => {
    mainWindow.open()
    sendEvent(mainWindow.contents(), 'app:command', command)
  }
  const showTray = setupTray(trayIcon, {
    open: mainWindow.open,
    recordOrStop: () => {
      if (recordings.status().state !== 'idle') void recordings.stop()
      // The window tries once more, and says why it cannot be.
      else if (!recordings.start().ok) run('record-or-stop')
    },
    pauseOrResume: () => {
      // Either is refused where it cannot be now, which is what the tray and the menu show already.
      if (recordings.status().state === 'paused') recordings.resume()
      else recordings.pause()
    },
    quit: () => app.quit(),
  })
  let menuShown = ''
  function showMenu(shown: MenuState): void {
    const text = JSON.stringify(shown)
    if (text === menuShown) return
    menuShown = text
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(shown, run)))
  }
  return () => {
    const { state, notices } = recordings.status()
    showTray({ state, hasNotice: notices.length > 0, captions: captions() })
    showMenu({
      platform: process.platform,
      packaged: app.isPackaged,
      state,
      captions: captions(),
    })
  }
}
