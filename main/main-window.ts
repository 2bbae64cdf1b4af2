import type { BrowserWindow, WebContents } from 'electron'
import { admitPage } from './ipc'
import { createLog } from './log'
import type { PageFiles } from './window-options'
import { createWindow } from './windows'

const log = createLog('window')

export interface MainWindow {
  /** Brings the window to the front; makes it where there is none. */
  open(): void
  current(): BrowserWindow | null
  /** The page to send events to: none or one. */
  contents(): WebContents[]
  /** Runs once, when the first window can be seen. */
  whenShown(run: () => void): void
}

/** The one window with the interface. Closing or crashing it never touches a recording. */
export function createMainWindow(files: PageFiles, onClosed: () => void): MainWindow {
  let window: BrowserWindow | null = null
  let shown = false
  const waiting: (() => void)[] = []

  function open(): void {
    if (window !== null) {
      // It shows itself as soon as there is something to see.
      if (!shown) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      return
    }
    const made = createWindow('window', files)
    window = made
    shown = false
    admitPage(made.webContents, 'window')
    made.once('show', () => {
      shown = true
      waiting.splice(0).forEach((run) => run())
    })
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error('page gone', { reason })
      if (reason !== 'clean-exit' && !made.isDestroyed()) made.webContents.reload()
    })
    made.once('closed', () => {
      window = null
      onClosed()
    })
  }

  return {
    open,
    current: () => window,
    contents: () => (window === null ? [] : [window.webContents]),
    whenShown: (run) => void waiting.push(run),
  }
}
