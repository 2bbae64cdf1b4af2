import { app, type Session, type WebContents } from 'electron'
import { fail, ok, type Result } from '../preload/errors'
import type { SystemAudioGrant } from '../preload/model'
import { createLog } from './log'

const log = createLog('system-audio')

/** A request that was let through must come within this time, in ms. */
const openMs = 5_000

/** Chromium's name for what the computer plays, on Linux too. */
export const loopbackFeature = 'PulseaudioLoopbackForScreenShare'

export interface SystemAudio {
  /** Lets the recorder page ask for system audio once, now. `not-allowed` unless it is wanted. */
  allow(page: WebContents | null): Promise<Result<SystemAudioGrant>>
  /** Whether the permission for it is given at this moment. */
  readonly isAllowed: boolean
}

/** On Linux, what the computer plays is heard through PulseAudio or PipeWire; before `ready`. */
export function setupLoopback(): void {
  if (process.platform !== 'linux') return
  const others = app.commandLine.getSwitchValue('enable-features')
  app.commandLine.appendSwitch(
    'enable-features',
    [others, loopbackFeature].filter((name) => name !== '').join(','),
  )
}

/**
 * System audio for the recorder page alone. The page itself stands in for the picture that has to
 * be asked for with it, so that no system asks for the right to record the screen.
 * SECURITY: there is a handler only from the moment that main lets the page ask until it did.
 */
export function createSystemAudio(session: Session, isWanted: () => boolean): SystemAudio {
  let isAllowed = false
  let limit: NodeJS.Timeout | undefined

  function close(): void {
    clearTimeout(limit)
    isAllowed = false
    session.setDisplayMediaRequestHandler(null)
  }

  function open(page: WebContents): void {
    isAllowed = true
    limit = setTimeout(close, openMs)
    session.setDisplayMediaRequestHandler((request, callback) => {
      close()
      const { frame } = request
      const isPage = frame !== null && frame.frameTreeNodeId === page.mainFrame.frameTreeNodeId
      if (!isPage || !isWanted()) {
        log.warn('system audio refused', { from: request.securityOrigin })
        callback({})
        return
      }
      try {
        callback({ video: frame, audio: 'loopback' })
      } catch (cause) {
        log.warn('system audio not given', { cause })
      }
    })
  }

  return {
    get isAllowed() {
      return isAllowed
    },
    allow: async (page) => {
      if (page === null || !isWanted()) return fail('not-allowed')
      close()
      open(page)
      // Pages may ask for it after the act of a person only; here that is the press of Record.
      await page.executeJavaScript('undefined', true)
      return ok({
        endedMeans: process.platform === 'darwin' ? 'system-denied' : 'system-failed',
      })
    },
  }
}
