import { MessageChannelMain, type BrowserWindow, type MessagePortMain } from 'electron'
import { audioPortMessage, type EventName, type EventPayload } from '../preload/contract'
import { admitPage, sendEvent } from './ipc'
import { createLog } from './log'
import type { PageFiles } from './window-options'
import { createWindow } from './windows'

const log = createLog('recorder-page')

/** How soon a recorder page that went away is made again, in ms. */
const restartDelayMs = 200

export interface RecorderPage {
  /** Sends to the page where there is one; false while it is being made again. */
  send<E extends EventName>(name: E, payload: EventPayload<E>): boolean
  /** Hands one end of a fresh channel to the page and returns the other. */
  openAudioPort(recordingId: string): MessagePortMain
  /** For good: the app quits. */
  close(): void
}

/**
 * Keeps one recorder page open, started with the app. Where it crashes or is killed it is made
 * again and `onGone` is told; the page says `recorder:ready` when it can record.
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

  open()
  return {
    send: (name, payload) => {
      if (window === null) return false
      sendEvent([window.webContents], name, payload)
      return true
    },
    openAudioPort: (recordingId) => {
      const { port1, port2 } = new MessageChannelMain()
      window?.webContents.postMessage(audioPortMessage, recordingId, [port2])
      port1.start()
      return port1
    },
    close: () => {
      closing = true
      window?.destroy()
    },
  }
}
