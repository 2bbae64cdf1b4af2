import { app, type Session, type WebContents } from 'electron'
import { createLog } from '../platform'
import { permits } from './policy'

const log = createLog('security')

/**
 * Enforces the permission table in one session. `mayCapture` says whether system audio is being
 * opened now.
 */
export function setupPermissions(session: Session, mayCapture: () => boolean): void {
  // SECURITY: both are needed, because Chromium checks first and asks later, and allows all by default.
  // oxlint-disable-next-line max-params -- Electron calls it so.
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    // SECURITY: a request for the screen or the system audio is `media` without types;
    // newer versions call it display-capture (https://github.com/electron/electron/pull/52824).
    const isCapture = permission === 'display-capture' || (permission === 'media' && !types.length)
    const granted =
      permits(details.requestingUrl, permission, types) && (!isCapture || mayCapture())
    if (!granted) log.warn('permission denied', { permission, from: details.requestingUrl })
    callback(granted)
  })
  // oxlint-disable-next-line max-params -- Electron calls it so.
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
 * SECURITY: without this, Chromium fetches a dictionary from a host of Google at each start, although
 * `spellcheck` is off for every page (https://github.com/electron/electron/issues/22995).
 */
export function disableSpellCheck(session: Session): void {
  session.setSpellCheckerLanguages([])
}

/**
 * Leaves the pages of a session no way to the network: even connections between browsers, which no
 * page policy can block, go to a proxy that does not exist.
 */
export function closeNetwork(session: Session): void {
  // No program can listen at the broadcast address, unlike at a port of this computer.
  const proxy = { proxyRules: 'http://255.255.255.255:9', proxyBypassRules: '<-loopback>' }
  session.setProxy({ mode: 'fixed_servers', ...proxy }).catch((cause: unknown) => {
    log.error('network not closed', { cause })
  })
}

/**
 * No page navigates, opens a window or holds a webview.
 * SECURITY: set for every web contents when it is created, so that none can be forgotten.
 */
export function setupNavigation(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(({ url }) => {
      log.warn('window refused', { url: url.slice(0, 200) })
      return { action: 'deny' }
    })
    // SECURITY: this also blocks connections that bypass the proxy of a page's session.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
  })
}
