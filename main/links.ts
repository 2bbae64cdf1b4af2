import { shell } from 'electron'
import type { Link } from '../preload/contract'
import { fail, ok, type Result } from '../preload/errors'

const web: Record<Exclude<Link, 'microphone-settings'>, string> = {
  'assemblyai-keys': 'https://www.assemblyai.com/dashboard/api-keys',
  'assemblyai-token-docs':
    'https://www.assemblyai.com/docs/streaming/authenticate-with-a-temporary-token',
}

/** The page of the system's settings that allows the microphone; Linux has none. */
const microphoneSettings: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
  win32: 'ms-settings:privacy-microphone',
}

/** The address behind a link's name, or null where this system has none. */
export function linkTarget(link: Link, platform: NodeJS.Platform): string | null {
  return link === 'microphone-settings' ? (microphoneSettings[platform] ?? null) : web[link]
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
