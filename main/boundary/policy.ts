import { roles, type Role } from '../../common/ipc/channels'

/** The permissions that each role has; everything that is not listed is denied. */
const permissions: Record<Role, ReadonlySet<string>> = {
  window: new Set(['clipboard-sanitized-write']),
  captions: new Set(),
  // The microphone and the names of the devices; system audio while main allows it. Newer versions of
  // Chromium ask before a page connects to this computer, where the on-device engine listens
  // (https://github.com/electron/electron/issues/48655).
  recorder: new Set(['media', 'display-capture', 'loopback-network', 'local-network-access']),
  // It decodes untrusted files, so it gets no permission at all.
  importer: new Set(),
}

/** The streaming hosts of the three zones. */
const streamingHosts = [
  'wss://streaming.assemblyai.com',
  'wss://streaming.us.assemblyai.com',
  'wss://streaming.eu.assemblyai.com',
]

/** The role of a page by its URL, or null if it is not a page of Parley. */
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
 * The Content-Security-Policy of a role's page. `onThisComputer` are the addresses of the engine, and
 * of a simulator in its place in tests: `ws://127.0.0.1:PORT`.
 * SECURITY: no inline code and no eval; window and captions reach nothing but their own files, and the
 * recorder no other port of this computer.
 */
export function contentSecurityPolicy(role: Role, onThisComputer: readonly string[]): string {
  const connect = {
    window: ["'self'"],
    captions: ["'self'"],
    recorder: ["'self'", ...streamingHosts, ...onThisComputer],
    // Its own files: the decoder is one of them.
    importer: ["'self'"],
  }[role]
  return [
    "default-src 'none'",
    // SECURITY: WebAssembly for the decoder of imported files only; eval stays forbidden everywhere.
    `script-src 'self'${role === 'importer' ? " 'wasm-unsafe-eval'" : ''}`,
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
