import { app, type Session, type WebContents } from 'electron'
import { createLog } from './log'
import { permits } from './policy'

const log = createLog('security')

/** Holds one session to the permission table. */
export function setupPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    // SECURITY: an empty list of media types asks for everything.
    const granted =
      permits(details.requestingUrl, permission, types) &&
      (permission !== 'media' || types.length > 0)
    if (!granted) log.warn('permission denied', { permission, from: details.requestingUrl })
    callback(granted)
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    permits(origin, permission, details.mediaType ? [details.mediaType] : []),
  )
  session.setDevicePermissionHandler(() => false)
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
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
  })
}
