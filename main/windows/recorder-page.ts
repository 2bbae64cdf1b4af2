import { MessageChannelMain, type BrowserWindow, type WebContents } from 'electron'
import { audioPortMessage } from '../../common/ipc/ports'
import type { EventName } from '../../common/ipc/channels'
import type { RecorderOrder } from '../../common/model'
import {
  admitPage,
  createWindow,
  type Events,
  type MainEvents,
  type PageFiles,
  sendEvent,
  type SendHandlers,
} from '../boundary'
import { createLog, systemZeroAt } from '../platform'
import type { RecorderLink } from '../recording'
import { createRecorderClock } from './recorder-clock'
import { readPortEvent } from './recorder-event'
import { createSessionTests } from './session-tests'

const log = createLog('recorder-page')

/** How soon a recorder page that is gone is opened again, in ms. */
const restartDelayMs = 200

export interface RecorderPage extends RecorderLink {
  /** Captures without transcribing, until it is stopped. */
  check(order: RecorderOrder): void
  /** The page, or null while it is being opened again. */
  contents(): WebContents | null
}

/**
 * Keeps one recorder page open after `start`. If the page crashes or is killed, it is opened again.
 * Reports `recorder-page:gone`, and `recorder-page:ready` when the page can record.
 */
export function setupRecorderPage({ events, files }: { events: Events; files: PageFiles }) {
  let window: BrowserWindow | null = null
  let closing = false
  let wasOpened = false
  /** This load of the page has reported that it can record. */
  let isReady = false
  /** The sound checks whose ports are open. */
  const checks = new Set<string>()
  const clock = createRecorderClock()
  /** Orders that wait until the distance to the recorder's clock is known. */
  let waiting: readonly { readonly recordingId: string; send(): void }[] = []

  function open(): void {
    wasOpened = true
    const page = createWindow('recorder', files)
    window = page
    admitPage(page.webContents, 'recorder')
    page.webContents.on('did-navigate', () => {
      isReady = false
    })
    page.webContents.once('render-process-gone', (_event, details) => lost(page, details.reason))
    page.on('unresponsive', () => {
      log.warn('recorder page does not answer')
      page.webContents.forcefullyCrashRenderer()
    })
    page.on('closed', () => {
      if (window === page) lost(page, 'closed')
    })
  }

  function openFirst(): void {
    if (!wasOpened) open()
  }

  function lost(page: BrowserWindow, reason: string): void {
    if (window !== page) return
    window = null
    checks.clear()
    forgetClock()
    if (!page.isDestroyed()) page.destroy()
    if (closing) return
    log.error('recorder page gone', { reason })
    events.emit('recorder-page:gone', undefined)
    setTimeout(() => {
      if (!closing) open()
    }, restartDelayMs)
  }

  function receiveEvent(recordingId: string, message: unknown): boolean {
    const event = readPortEvent(message)
    if (event === null) return false
    if (event === 'refused') log.warn('event refused')
    else if (!checks.has(recordingId)) events.emit('recorder-page:event', event)
    else events.emit('recorder-page:check-event', { recordingId, event })
    return true
  }

  function forgetClock(): void {
    clock.reset()
    waiting = []
  }

  /** Sends an order with its time converted to the recorder's clock, as soon as that is known. */
  function sendOrder<O extends RecorderOrder>(order: O, sendConverted: (order: O) => void): void {
    const zeroAt = clock.toRecorder(order.zeroAt)
    const systemZero = clock.toRecorder(systemZeroAt())
    if (zeroAt !== null && systemZero !== null) {
      send('recorder:clock', { systemZeroAt: systemZero })
      return sendConverted({ ...order, zeroAt })
    }
    const later = () => sendOrder(order, sendConverted)
    waiting = [...waiting, { recordingId: order.recordingId, send: later }]
  }

  function onAlive({ nowMs }: { readonly nowMs: number }): void {
    clock.reported(nowMs)
    const ready = waiting
    waiting = []
    for (const order of ready) order.send()
    events.emit('recorder-page:alive', undefined)
  }

  /** Only the first report of a page counts: another one would start what it records once more. */
  function onReady(): void {
    if (isReady) return
    isReady = true
    events.emit('recorder-page:ready', undefined)
  }

  // Chromium's monotonic clock stops while a Mac sleeps (https://github.com/w3c/hr-time/issues/115);
  // Node's does not.
  if (process.platform === 'darwin') events.on('power:resume', forgetClock)
  // Its policy names the port, and comes with the files of the page.
  events.on('local-engine:moved', () => window?.webContents.forcefullyCrashRenderer())

  // Ordered from outside while the app starts, before the other features begin.
  events.on('recording:status', ({ state }) => {
    if (state !== 'idle') openFirst()
  })

  events.on('proxy:signed-in', () => send('recorder:retry', undefined))

  function send<E extends EventName>(name: E, payload: MainEvents[E]): void {
    if (window !== null) sendEvent(window.webContents, name, payload)
  }

  const page: RecorderPage = {
    start: (start) => sendOrder(start, (order) => send('recorder:start', order)),
    check: (check) => {
      checks.add(check.recordingId)
      sendOrder(check, (order) => send('recorder:sound-check', order))
    },
    change: (change) => sendOrder(change, (order) => send('recorder:configure', order)),
    stop: (recordingId) => {
      waiting = waiting.filter((order) => order.recordingId !== recordingId)
      send('recorder:stop', { recordingId })
    },
    restart: () => window?.webContents.forcefullyCrashRenderer(),
    openAudioPort: (recordingId) => {
      const { port1, port2 } = new MessageChannelMain()
      try {
        window?.webContents.postMessage(audioPortMessage, recordingId, [port2])
      } catch (cause) {
        // Electron throws if the page has just died, and reports the death a moment later.
        log.warn('recorder page is going away', { cause })
      }
      return port1
    },
    receiveEvent,
    contents: () => window?.webContents ?? null,
  }
  // SECURITY: besides a recording, only a test of a key gives this page a token.
  const tests = createSessionTests((test) => {
    send('recorder:test', test)
    return window !== null
  })
  return {
    page,
    testSession: tests.run,
    sends: {
      'recorder:tested': (outcome) => {
        if (outcome.billed !== null) events.emit('session-test:billed', outcome.billed)
        tests.tested(outcome)
      },
      'recorder:alive': onAlive,
      'recorder:ready': onReady,
    } satisfies Partial<SendHandlers>,
    // A recording that starts before the page is ready waits for it.
    start: openFirst,
    stop: () => {
      closing = true
      window?.destroy()
    },
  }
}
