import { app } from 'electron'
import { monotonicNow } from '../../common/clock'
import { createLog } from '../platform'

const log = createLog('quit')

/** How long files may take to be written or closed when the app ends, in ms. */
const filesLimitMs = 1_000
const checkMs = 20

/**
 * A process ends only when the threads that read and write its files do, and a thread that waits
 * for a dead disk never does. So the app waits for its open requests, and no longer than a second;
 * then it ends itself by force.
 */
export function setupForcedEnd(): void {
  app.on('will-quit', (event) => {
    if (openRequests().length === 0) return
    event.preventDefault()
    const since = monotonicNow()
    const timer = setInterval(() => {
      if (openRequests().length > 0 && monotonicNow() - since < filesLimitMs) return
      clearInterval(timer)
      app.exit(0)
    }, checkMs)
  })
  app.on('quit', () => {
    const open = openRequests()
    if (open.length === 0) return
    log.warn('ended by force', { open })
    process.kill(process.pid, 'SIGKILL')
  })
}

/** The requests to the system that threads of this process still wait for. */
function openRequests(): string[] {
  return process.getActiveResourcesInfo().filter((name) => /^(FSReq|FileHandleCloseReq)/.test(name))
}
