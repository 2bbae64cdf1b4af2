import { roles, type Role } from '../preload/contract'

/** The permissions that each role has; everything that is not listed is denied. */
const permissions: Record<Role, ReadonlySet<string>> = {
  window: new Set(['clipboard-sanitized-write']),
  captions: new Set(),
  // The microphone and the names of the devices; system audio, while main lets it through.
  recorder: new Set(['media', 'display-capture']),
  // It decodes files of strangers: nothing at all.
  importer: new Set(),
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

/**
 * The Content-Security-Policy of a role's page.
 * SECURITY: no inline code and no eval; window and captions reach nothing but their own files.
 */
export function contentSecurityPolicy(role: Role): string {
  const connect = {
    window: ["'self'"],
    captions: ["'self'"],
    recorder: ["'self'", ...streamingHosts],
    importer: ["'none'"],
  }[role]
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
