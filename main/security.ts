import { app, type Session, type WebContents } from 'electron'
import { createLog } from './log'
import { permits } from './policy'

const log = createLog('security')

/**
 * Holds one session to the permission table. `mayCapture` says whether system audio is being opened
 * at this moment.
 */
export function setupPermissions(session: Session, mayCapture: () => boolean): void {
  // SECURITY: both are set, for Chromium looks first and asks second, and allows all by default.
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    // SECURITY: media without types is what the screen and the computer's sound are asked for with;
    // newer versions call it display-capture.
    const isCapture = permission === 'display-capture' || (permission === 'media' && !types.length)
    const granted =
      permits(details.requestingUrl, permission, types) && (!isCapture || mayCapture())
    if (!granted) log.warn('permission denied', { permission, from: details.requestingUrl })
    callback(granted)
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    permits(origin, permission, details.mediaType ? [details.mediaType] : []),
  )
  // SECURITY: no page reaches serial ports, USB or HID devices.
  session.setDevicePermissionHandler(() => false)
  // SECURITY: pages write no files; exports go through main and its dialog.
  session.on('will-download', (event) => {
    log.warn('download refused')
    event.preventDefault()
  })
}

/**
 * Leaves the pages of a session no way to the network: connections between browsers, which no policy
 * of a page closes, go through a proxy that is not there.
 */
export function closeNetwork(session: Session): void {
  const proxy = { proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' }
  session.setProxy({ mode: 'fixed_servers', ...proxy }).catch((cause: unknown) => {
    log.error('network not closed', { cause })
  })
}

/**
 * No page navigates, opens a window or holds a webview.
 * SECURITY: set for every web contents at its making, so that none can be forgotten.
 */
export function setupNavigation(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(({ url }) => {
      log.warn('window refused', { url: url.slice(0, 200) })
      return { action: 'deny' }
    })
    // SECURITY: what goes past the proxy of a page's session is closed as well.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
  })
}
