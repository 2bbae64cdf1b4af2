import { recordsFirst, verbNames } from '../../common/verbs'

/**
 * The switches that a packaged app accepts: what a person may need for a screen, a language or a
 * screen reader, where the data is, and what installers and the AppImage pass on by themselves.
 */
const accepted: ReadonlySet<string> = new Set([
  'user-data-dir',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'wayland-text-input-version',
  'gtk-version',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'lang',
  'disable-gpu',
  'disable-gpu-compositing',
  // The installer for Windows passes these after an update.
  'updated',
  'force-run',
  // Parley's own: what to ask of the running app.
  ...verbNames,
  'hidden',
  recordsFirst,
])

/** What macOS passes by itself, for example `-psn_0_12345` and `-AppleLanguages (de)`. */
const fromMacOs = /^-(psn_|NS|Apple)/

/** Where this copy runs. */
export interface Place {
  readonly platform: NodeJS.Platform
  /** An AppImage adds --no-sandbox by itself where the system allows no sandbox at all. */
  readonly isAppImage: boolean
}

/**
 * Returns the first argument that a packaged app refuses, or null. `argv` has the executable first.
 *
 * SECURITY: everything is refused that is not listed. Chromium has hundreds of switches, and many
 * would hand out what the app protects: --remote-debugging-port its pages, --proxy-server and
 * --host-resolver-rules its connections, --js-flags and --renderer-cmd-prefix its processes.
 */
export function refusedSwitch(
  argv: readonly string[],
  { platform, isAppImage }: Place,
): string | null {
  for (const argument of argv.slice(1)) {
    // What follows is files and links, for Chromium as well.
    if (argument === '--') return null
    if (isFileName(argument)) continue
    const name = switchName(argument, platform)
    if (name === null || accepted.has(name)) continue
    if (isAppImage && name === 'no-sandbox') continue
    if (platform === 'darwin' && fromMacOs.test(argument)) continue
    return argument
  }
  return null
}

/** A name such as `-notes.wav`: no switch has a dot. */
function isFileName(argument: string): boolean {
  return /^-[^=]*\.\w+$/.test(argument)
}

/** Chromium takes one dash as well as two, and on Windows a slash; case does not matter there. */
function switchName(argument: string, platform: NodeJS.Platform): string | null {
  const prefix = platform === 'win32' ? /^(--?|\/)/ : /^--?/
  if (!prefix.test(argument) || argument === '-') return null
  const [name = ''] = argument.replace(prefix, '').split('=')
  return platform === 'win32' ? name.toLowerCase() : name
}
