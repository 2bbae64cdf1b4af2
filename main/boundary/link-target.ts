import { webLinks, type Link, type systemPages } from '../../common/model'

/** Pages of the system's own settings. */
type SystemPage = (typeof systemPages)[number]

/** The privacy pages for each source. Linux has none, and Windows has none for system audio. */
const systemAddresses: Record<SystemPage, Partial<Record<NodeJS.Platform, string>>> = {
  'microphone-settings': {
    darwin: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
    win32: 'ms-settings:privacy-microphone',
  },
  'system-audio-settings': {
    darwin: 'x-apple.systempreferences:com.apple.preference.security?Privacy_AudioCapture',
    win32: 'ms-settings:sound',
  },
}

/** The permission that system audio needs on macOS before 14.2, which records it with the screen. */
const screenPage = 'x-apple.systempreferences:com.apple.preference.security?Privacy_ScreenCapture'
const firstWithAudioPage = [14, 2]

/** A system and its version, such as 14.1.2. */
export interface System {
  readonly platform: NodeJS.Platform
  readonly version: string
}

/** The address of a named link, or null if this system has none. */
export function linkTarget(link: Link, { platform, version }: System): string | null {
  if (link !== 'microphone-settings' && link !== 'system-audio-settings') return webLinks[link]
  if (link === 'system-audio-settings' && platform === 'darwin' && isOlder(version)) {
    return screenPage
  }
  return systemAddresses[link][platform] ?? null
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [firstMajor = 0, firstMinor = 0] = firstWithAudioPage
  return major < firstMajor || (major === firstMajor && minor < firstMinor)
}
