import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import {
  admitPage,
  createWindow,
  type Events,
  type PageFiles,
  type SendHandlers,
} from '../boundary'
import { createLog } from '../platform'
import { monotonicNow } from '../../common/clock'
import type { Settings } from '../../common/model'
import { restoreWindow } from './window-state'

const log = createLog('window')

/** A visible window shows its content after this time at the latest, in ms. */
const drawnMs = 3_000
/** A window that waits for a recording waits at most this time, in ms. */
const recordsMs = 3_000
/** A window takes at most this time to close, in ms. */
const closingMs = 2_000

export interface MainWindow {
  /** Brings the window to the front, or creates it. */
  open(): void
  current(): BrowserWindow | null
  /** Opens it in the task bar, for a person who starts hidden and has no tray. */
  openMinimized(): void
  /** From now on, closing only minimizes the window while `keep` returns true. */
  keepIf(keep: () => boolean): void
  /**
   * Runs once, when the first window shows its content; soon if the app starts without a window, and
   * a few seconds after the window appeared if its page does not report that.
   */
  whenDrawn(run: () => void): void
  readonly sends: Pick<SendHandlers, 'window:drawn'>
}

/**
 * The one window with the interface, open from now on unless the app starts hidden. Closing or crashing it never touches a
 * recording. Reports `window:closed`.
 */
export function setupMainWindow({
  events,
  files,
  dataFolder,
  settings,
  startsHidden,
  recordsFirst,
}: {
  events: Events
  files: PageFiles
  dataFolder: string
  settings: { get(): Pick<Settings, 'textSize'> }
  startsHidden: boolean
  recordsFirst: boolean
}): MainWindow {
  let window: BrowserWindow | null = null
  let shown = false
  let opensMinimized = false
  let askedAt = -Infinity
  let keep = () => false
  const waiting: (() => void)[] = []

  function drawn(): void {
    waiting.splice(0).forEach((run) => run())
  }

  function applyTextSize(): void {
    window?.webContents.setZoomFactor(settings.get().textSize / 100)
  }

  function open(): void {
    if (window !== null && !window.isDestroyed()) {
      askedAt = monotonicNow()
      // A window whose page is loading appears as soon as it is drawn.
      if (!shown && window.webContents.isLoading()) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      return
    }
    const made = createWindow('window', files)
    restoreWindow(made, join(dataFolder, 'window.json'))
    window = made
    shown = false
    admitPage(made.webContents, 'window')
    // A page that loads starts with the normal size again.
    made.webContents.on('did-finish-load', applyTextSize)
    made.once('show', () => {
      shown = true
      if (opensMinimized) made.minimize()
      opensMinimized = false
      setTimeout(drawn, drawnMs)
    })
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error('page gone', { reason })
      if (reason !== 'clean-exit' && !made.isDestroyed()) made.webContents.reload()
    })
    askedAt = -Infinity
    made.on('close', (event) => {
      if (!keep()) return
      event.preventDefault()
      made.minimize()
    })
    const gone = (): void => {
      if (window !== made) return
      window = null
      // Electron can crash if a window is created while another one is destroyed.
      setImmediate(() => {
        // It was already closing when it was brought to the front.
        if (monotonicNow() - askedAt < closingMs) open()
        events.emit('window:closed', undefined)
      })
    }
    // The page can be gone before its window is.
    made.webContents.once('destroyed', gone)
    made.once('closed', gone)
  }

  events.on('settings:changed', applyTextSize)
  app.on('before-quit', () => {
    askedAt = -Infinity
  })
  /** A source opens faster while no window does. */
  function openAfterRecording(): void {
    const late = setTimeout(begin, recordsMs)
    const stop = events.on('recorder-page:event', ({ type }) => {
      if (type === 'capturing') begin()
    })
    function begin(): void {
      clearTimeout(late)
      stop()
      open()
    }
  }

  if (startsHidden) setImmediate(drawn)
  else if (recordsFirst) openAfterRecording()
  else open()
  return {
    open,
    current: () => window,
    openMinimized: () => {
      if (window !== null) return
      opensMinimized = true
      open()
    },
    keepIf: (rule) => {
      keep = rule
    },
    whenDrawn: (run) => void waiting.push(run),
    sends: { 'window:drawn': drawn },
  }
}
