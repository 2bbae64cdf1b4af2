import { app, session as sessions, type Session } from 'electron'
import { createLog } from '../platform'
import { disableSpellCheck } from './security'

const log = createLog('request-session')
const networkService = 'network.mojom.NetworkService'

/** Calls back after each crash of the process that has all connections. */
export function onNetworkServiceGone(run: () => void): void {
  app.on('child-process-gone', (_event, { serviceName }) => {
    if (serviceName === networkService) run()
  })
}

/** The session of a request that is made now. Ask again for each request. */
export type RequestSession = () => Session

/**
 * A session of no page: it keeps nothing, and shares no connection with another.
 *
 * After a crash of Chromium's network service, each request of the sessions that were there fails with
 * ERR_FAILED (seen with Electron 33), so a new session takes the place of this one.
 */
export function openRequestSession(name: string): RequestSession {
  let generation = 0
  const open = (): Session => {
    generation += 1
    const session = sessions.fromPartition(`${name}-${generation}`, { cache: false })
    disableSpellCheck(session)
    return session
  }
  let current: Session | null = null
  onNetworkServiceGone(() => {
    log.warn('network service gone', { name })
    current = null
  })
  return () => (current ??= open())
}
