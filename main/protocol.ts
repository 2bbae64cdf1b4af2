import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol, type Session } from 'electron'
import { pageRole } from './ipc'
import { createLog } from './log'
import { contentTypes, resolvePagePath } from './page-path'
import { contentSecurityPolicy, roleOfUrl } from './policy'

const log = createLog('protocol')

/**
 * Must run before the app is ready, once.
 * SECURITY: pages have an origin of their own; nothing is loaded from file: or from elsewhere.
 */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    { scheme: 'media', privileges: { standard: true, secure: true, stream: true } },
  ])
}

/**
 * Serves dist/renderer/<role>/ at app://<role>/.
 * SECURITY: each answer has the role's policy as a header, which no page can take away.
 */
export function setupAppScheme(session: Session, root: string): void {
  session.protocol.handle('app', async (request) => {
    const role = roleOfUrl(request.url)
    const file = request.method === 'GET' ? resolvePagePath(request.url, root) : null
    if (role === null || file === null) return new Response(null, { status: 404 })
    try {
      const body = await readFile(file)
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': contentSecurityPolicy(role),
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
          'referrer-policy': 'no-referrer',
          // SECURITY: a name that is looked up would say something to whoever owns it.
          'x-dns-prefetch-control': 'off',
        },
      })
    } catch (cause) {
      log.warn('page file not served', { url: request.url.slice(0, 200), cause })
      return new Response(null, { status: 404 })
    }
  })
}

/** Answers media://meeting/<id>/sound through `serve`, for pages of the window role. */
export function setupMediaScheme(
  session: Session,
  serve: (path: string, range: string | null) => Promise<Response>,
): void {
  // SECURITY: the sound of meetings is for the window alone; no other page, and nothing without one.
  session.webRequest.onBeforeRequest({ urls: ['media://*/*'] }, (details, answer) => {
    const role = pageRole(details.webContentsId, details.frame)
    if (role !== 'window') log.warn('sound refused', { role, url: details.url.slice(0, 200) })
    answer({ cancel: role !== 'window' })
  })
  session.protocol.handle('media', async (request) => {
    const url = new URL(request.url)
    if (request.method !== 'GET' || url.hostname !== 'meeting') {
      return new Response(null, { status: 404 })
    }
    return serve(url.pathname, request.headers.get('range'))
  })
}
