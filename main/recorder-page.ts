import { MessageChannelMain, type BrowserWindow, type WebContents } from 'electron'
import { audioPortMessage, type EventName, type EventPayload } from '../preload/contract'
import type { RecorderOrder } from '../preload/model'
import { admitPage, sendEvent } from './ipc'
import { createLog } from './log'
import type { RecorderLink } from './recording/run'
import type { PageFiles } from './window-options'
import { createWindow } from './windows'

const log = createLog('recorder-page')

/** How soon a recorder page that went away is made again, in ms. */
const restartDelayMs = 200

export interface RecorderPage extends RecorderLink {
  /** Once, when there is time for it. A recording that is started before waits for it. */
  open(): void
  /** Captures without words, until it is stopped. */
  check(order: RecorderOrder): void
  /** The page now, or null while it is being made again. */
  contents(): WebContents | null
  /** For good: the app quits. */
  close(): void
}

/**
 * Keeps one recorder page open, once it was opened. Where it crashes or is killed it is made again
 * and `onGone` is told; the page says `recorder:ready` when it can record.
 */
export function createRecorderPage(
  files: PageFiles,
  onGone: (reason: string) => void,
): RecorderPage {
  let window: BrowserWindow | null = null
  let closing = false

  function open(): void {
    const page = createWindow('recorder', files)
    window = page
    admitPage(page.webContents, 'recorder')
    page.webContents.once('render-process-gone', (_event, details) => lost(page, details.reason))
    page.on('unresponsive', () => {
      log.warn('recorder page does not answer')
      page.webContents.forcefullyCrashRenderer()
    })
    page.on('closed', () => {
      if (window === page) lost(page, 'closed')
    })
  }

  function lost(page: BrowserWindow, reason: string): void {
    if (window !== page) return
    window = null
    if (!page.isDestroyed()) page.destroy()
    if (closing) return
    log.error('recorder page gone', { reason })
    onGone(reason)
    setTimeout(() => {
      if (!closing) open()
    }, restartDelayMs)
  }

  function send<E extends EventName>(name: E, payload: EventPayload<E>): void {
    if (window !== null) sendEvent([window.webContents], name, payload)
  }

  return {
    open,
    start: (start) => send('recorder:start', start),
    check: (order) => send('recorder:check', order),
    change: (order) => send('recorder:change', order),
    stop: (recordingId) => send('recorder:stop', { recordingId }),
    restart: () => window?.webContents.forcefullyCrashRenderer(),
    openAudioPort: (recordingId) => {
      const { port1, port2 } = new MessageChannelMain()
      try {
        window?.webContents.postMessage(audioPortMessage, recordingId, [port2])
      } catch (cause) {
        // Electron throws where the page has just died, of which it tells a moment later.
        log.warn('recorder page is going away', { cause })
      }
      return {
        listen: (onMessage, onClose) => {
          port1.on('message', (event) => onMessage(event.data))
          port1.on('close', onClose)
          port1.start()
        },
        close: () => port1.close(),
      }
    },
    contents: () => window?.webContents ?? null,
    close: () => {
      closing = true
      window?.destroy()
    },
  }
}
