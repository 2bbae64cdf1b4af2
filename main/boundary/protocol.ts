import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { protocol, type Session } from 'electron'
import { pageRole } from './ipc'
import { createLog } from '../platform'
import { contentTypes, resolvePagePath } from './page-path'
import { contentSecurityPolicy, roleOfUrl } from './policy'

const log = createLog('protocol')

/**
 * Must run before the app is ready, once.
 * SECURITY: each role has its own origin; nothing is loaded from file: or from other places.
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

interface AppScheme {
  /** dist/renderer. */
  readonly root: string
  /** The script that every role gets as text.js: the texts in the language of the app. */
  readonly textScript: string
  /** The addresses of this computer to which the recorder may connect now. */
  readonly onThisComputer: () => readonly string[]
}

/**
 * Serves dist/renderer/<role>/ at app://<role>/.
 * SECURITY: each answer has the role's policy as a header, which no page can remove.
 */
export function setupAppScheme(
  session: Session,
  { root, textScript, onThisComputer }: AppScheme,
): void {
  session.protocol.handle('app', async (request) => {
    const role = roleOfUrl(request.url)
    const page = request.method === 'GET' ? resolvePagePath(request.url, root) : null
    // The only file that a page has from elsewhere; its address has no part in the path.
    const file = page === join(root, role ?? '', 'text.js') ? textScript : page
    if (role === null || file === null) return new Response(null, { status: 404 })
    try {
      const body = await readFile(file)
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': contentSecurityPolicy(role, onThisComputer()),
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
          // Together with the line above, it lets the importer's page share memory with its worker.
          ...(role === 'importer' && { 'cross-origin-embedder-policy': 'require-corp' }),
          'referrer-policy': 'no-referrer',
          // SECURITY: a DNS lookup would reveal the name to its owner.
          'x-dns-prefetch-control': 'off',
        },
      })
    } catch (cause) {
      log.warn('page file not served', { url: request.url.slice(0, 200), cause })
      return new Response(null, { status: 404 })
    }
  })
}

/**
 * Refuses media:// in a session whose pages need none of it.
 * SECURITY: it must not have a webRequest listener. With one in its session, a WebSocket ends the whole
 * app at a proxy that asks for a password (https://github.com/electron/electron/issues/48505).
 */
export function refuseMediaScheme(session: Session): void {
  session.protocol.handle('media', () => new Response(null, { status: 404 }))
}

/** Answers media://meeting/<id>/sound through `serve`, for pages of the window role. */
export function setupMediaScheme(
  session: Session,
  serve: (path: string, range: string | null) => Promise<Response>,
): void {
  // SECURITY: only the window may have the audio of meetings; requests without a page are refused too.
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
