import { readFile } from 'node:fs/promises'
import { extname, join, relative, isAbsolute, normalize } from 'node:path'
import { protocol, type Session } from 'electron'
import { createLog } from './log'
import { contentSecurityPolicy, roleOfUrl } from './security'

const log = createLog('protocol')

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Must run before the app is ready, once. */
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
 * The file behind an app:// address, or null where there is none.
 * SECURITY: the path is decoded, then must stay below the folder of the page's own role.
 */
export function resolvePagePath(address: string, root: string): string | null {
  const role = roleOfUrl(address)
  if (role === null) return null
  let path: string
  try {
    path = decodeURIComponent(new URL(address).pathname)
  } catch {
    return null
  }
  if (path.includes('\0')) return null
  const folder = join(root, role)
  const file = normalize(join(folder, path))
  const inside = relative(folder, file)
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null
  return extname(file) in contentTypes ? file : null
}

/** Serves dist/renderer/<role>/ at app://<role>/, each answer with the role's policy. */
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
        },
      })
    } catch (cause) {
      log.warn('page file not served', { url: request.url.slice(0, 200), cause })
      return new Response(null, { status: 404 })
    }
  })
}

/** Answers media://meeting/<id>/<source>.wav through `serve`, for pages of the window role. */
export function setupMediaScheme(
  session: Session,
  serve: (path: string, range: string | null) => Promise<Response>,
): void {
  session.protocol.handle('media', async (request) => {
    const url = new URL(request.url)
    if (request.method !== 'GET' || url.hostname !== 'meeting') {
      return new Response(null, { status: 404 })
    }
    return serve(url.pathname, request.headers.get('range'))
  })
}
