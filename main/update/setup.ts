import { ok } from '../../common/errors'
import type { Settings } from '../../common/model'
import type { CallHandlers, Events, RecordingState } from '../boundary'
import { createLog } from '../platform'
import type { Feed } from './electron-updater'
import { createLateUpdater } from './late-updater'
import type { LoginHandler } from './updater-adapter'
import { createUpdates } from './updates'

/** How often to look whether an update is due; the server is asked once a day. */
const lookMs = 10 * 60_000

interface Setup {
  readonly events: Events
  readonly settings: { get(): Settings }
  readonly recordingState: RecordingState
  readonly proxy: { loginOf(url: string): LoginHandler }
  /** The releases of tests; null for the address of the project. */
  readonly testFeed: Feed | null
}

/** Keeps this copy up to date after `start`. */
export function setupUpdates({ events, settings, recordingState, proxy, testFeed }: Setup) {
  const log = createLog('update')
  const updates = createUpdates({
    updater: createLateUpdater({ log, testFeed, login: proxy.loginOf }),
    enabled: () => settings.get().updates,
    isRecording: recordingState.isOn,
    onState: (state) => events.emit('update:changed', state),
    log,
  })
  events.on('recording:status', updates.look)
  events.on('settings:changed', updates.look)
  // Somebody has signed in at the proxy.
  events.on('proxy:question', (question) => {
    if (question === null) updates.check()
  })
  return {
    handlers: {
      'update:state': () => ok(updates.state()),
      'update:check': () => ok(updates.check()),
      'update:restart': () => updates.restart(),
    } satisfies Partial<CallHandlers>,
    start: () => {
      updates.look()
      setInterval(updates.look, lookMs).unref()
    },
  }
}
