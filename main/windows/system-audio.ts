import type { MessagePortMain, Session, WebContents } from 'electron'
import { fail, ok, type Result } from '../../common/errors'
import { soundPortMessage } from '../../common/ipc/ports'
import type { SystemAudioGrant } from '../../common/model'
import { enableFeature } from '../boundary'
import { createLog } from '../platform'
import type { SystemSound } from '../system-sound'

const log = createLog('system-audio')

/** An allowed request must come within this time, in ms. */
const openMs = 5_000

export interface SystemAudio {
  /**
   * Gives the recorder page the sound of all programs over a port, or lets it ask for that of the
   * default output once, now. `not-allowed` unless it is wanted, `system-failed` to try again.
   */
  allow(page: WebContents | null): Promise<Result<SystemAudioGrant>>
  /** Whether system audio is allowed now. */
  readonly isAllowed: boolean
}

/** The features of Chromium for capture on Linux. Call it before `ready`. */
export function enableCaptureFeatures(): void {
  if (process.platform !== 'linux') return
  enableFeature('PulseaudioLoopbackForScreenShare')
  // The list of devices contains cameras, which Chromium looks for in a process of their own.
  enableFeature('RunVideoCaptureServiceInBrowserProcess')
}

export interface SystemAudioOptions {
  readonly session: Session
  readonly isWanted: () => boolean
  /** Whether it is to hear what Parley plays. */
  readonly wantsOwn: () => boolean
  /** What programs play, where the system lets it be heard. */
  readonly programs: Pick<
    SystemSound<MessagePortMain>,
    'open' | 'usesBrowser' | 'browserLeavesOwnOut'
  >
}

/**
 * Allows system audio for the recorder page only. The request must contain a picture; it gets the
 * page itself, so that no system asks for permission to record the screen.
 * SECURITY: a handler exists only from the moment at which main allows the request until it is made.
 */
export function createSystemAudio(options: SystemAudioOptions): SystemAudio {
  const { session, isWanted, wantsOwn, programs } = options
  let isAllowed = false
  let lastPort = 0
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
        // Null refuses; an object without video would throw in main
        // (https://github.com/electron/electron/issues/45517).
        callback(null)
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
      const opened = await programs.open({ own: wantsOwn() })
      if (page.isDestroyed()) {
        if (opened.ok) opened.value.close()
        return fail('system-failed', 'the page is gone')
      }
      if (opened.ok) {
        lastPort += 1
        page.postMessage(soundPortMessage, lastPort, [opened.value])
        return ok({ way: 'port', port: lastPort })
      }
      if (opened.error.code === 'system-failed') return opened
      programs.usesBrowser(process.platform === 'linux' ? (opened.error.detail ?? '') : null)
      close()
      open(page)
      // Pages may ask for it only after a user gesture; here that is the press of Record.
      await page.executeJavaScript('undefined', true)
      return ok({
        way: 'loopback',
        endedMeans: process.platform === 'darwin' ? 'system-denied' : 'system-failed',
      })
    },
  }
}
