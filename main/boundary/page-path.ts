import { extname, isAbsolute, join, normalize, relative } from 'node:path'
import { roleOfUrl } from './policy'

/** The types of files that pages use; no other type is served. */
export const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
}

/**
 * The file of an app:// address, or null if there is none.
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
