import { app, type Session, type WebContents } from 'electron'
import { roles, type Role } from '../preload/contract'
import { createLog } from './log'

const log = createLog('security')

/** The permissions that each role has; everything that is not listed is denied. */
const permissions: Record<Role, ReadonlySet<string>> = {
  window: new Set(['clipboard-sanitized-write']),
  // The microphone: getUserMedia and the names of the devices.
  recorder: new Set(['media']),
}

/** The streaming hosts of the three zones, and loopback for the engine on this computer. */
const streamingHosts = [
  'wss://streaming.assemblyai.com',
  'wss://streaming.us.assemblyai.com',
  'wss://streaming.eu.assemblyai.com',
  'ws://127.0.0.1:*',
]

/** The role of a page by its URL, or null where the page is not ours. */
export function roleOfUrl(address: string): Role | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 'app:') return null
  return roles.find((role) => role === url.hostname) ?? null
}

/**
 * Whether a page may have a permission.
 * SECURITY: deny by default; media means sound only, never a camera.
 */
export function permits(
  address: string,
  permission: string,
  mediaTypes: readonly string[],
): boolean {
  const role = roleOfUrl(address)
  if (role === null || !permissions[role].has(permission)) return false
  return permission !== 'media' || mediaTypes.every((type) => type === 'audio')
}

/** The Content-Security-Policy of a role's page, sent as a header with every answer of app://. */
export function contentSecurityPolicy(role: Role): string {
  const connect = role === 'recorder' ? ["'self'", ...streamingHosts] : ["'self'"]
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `media-src ${role === 'window' ? 'media:' : "'none'"}`,
    `connect-src ${connect.join(' ')}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

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
