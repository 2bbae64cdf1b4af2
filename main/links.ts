import { shell } from 'electron'
import type { Link } from '../preload/contract'
import { fail, ok, type Result } from '../preload/errors'

/** Pages of the system's own settings. */
type SystemPage = 'microphone-settings' | 'system-audio-settings'

const web: Record<Exclude<Link, SystemPage>, string> = {
  'assemblyai-keys': 'https://www.assemblyai.com/dashboard/api-keys',
  'assemblyai-token-docs':
    'https://www.assemblyai.com/docs/streaming/authenticate-with-a-temporary-token',
}

/** Where a system allows each source; Linux has no such page, Windows none for what it plays. */
const systemPages: Record<SystemPage, Partial<Record<NodeJS.Platform, string>>> = {
  'microphone-settings': {
    darwin: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
    win32: 'ms-settings:privacy-microphone',
  },
  'system-audio-settings': {
    darwin: 'x-apple.systempreferences:com.apple.preference.security?Privacy_AudioCapture',
    win32: 'ms-settings:sound',
  },
}

/** The address behind a link's name, or null where this system has none. */
export function linkTarget(link: Link, platform: NodeJS.Platform): string | null {
  if (link !== 'microphone-settings' && link !== 'system-audio-settings') return web[link]
  return systemPages[link][platform] ?? null
}

/**
 * Opens one of the named links outside the app.
 * SECURITY: pages name a link and never give an address; this is the only caller of openExternal.
 */
export async function openLink(link: Link, platform: NodeJS.Platform): Promise<Result<undefined>> {
  const target = linkTarget(link, platform)
  if (target === null) return fail('bad-input', 'This system has no such page.')
  await shell.openExternal(target)
  return ok(undefined)
}
