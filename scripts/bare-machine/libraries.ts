import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { isRoot } from '../setup/cache'
import { ownScreen } from './display'
import { hasProgram, run, withSbin } from '../setup/run-command.mjs'
import { say, SetupError } from '../setup/log.mjs'

interface Part {
  /** The shared library's file name, or the program's name. */
  readonly name: string
  readonly kind: 'library' | 'program'
  /** Newer Debian and Ubuntu renamed some packages: the first name that apt knows is installed. */
  readonly packages: readonly [string, ...string[]]
}

const library = (name: string, ...packages: Part['packages']): Part => ({
  kind: 'library',
  name,
  packages,
})
const program = (name: string, ...packages: Part['packages']): Part => ({
  kind: 'program',
  name,
  packages,
})

const libraries = [
  library('libgtk-3.so.0', 'libgtk-3-0t64', 'libgtk-3-0'),
  library('libnss3.so', 'libnss3'),
  library('libasound.so.2', 'libasound2t64', 'libasound2'),
  library('libgbm.so.1', 'libgbm1'),
  library('libsecret-1.so.0', 'libsecret-1-0'),
]
/** A session needs a message bus, a keychain and sound devices. */
const sessionPrograms = [
  program('dbus-run-session', 'dbus'),
  program('gnome-keyring-daemon', 'gnome-keyring'),
  program('pulseaudio', 'pulseaudio'),
  program('pactl', 'pulseaudio-utils'),
  program('pipewire', 'pipewire'),
  program('pipewire-pulse', 'pipewire-pulse'),
  program('wireplumber', 'wireplumber'),
  // A window manager, and keys that reach whatever program has them.
  program('openbox', 'openbox'),
  program('xdotool', 'xdotool'),
  // The faults build a small library that sets the clock of an app.
  program('cc', 'build-essential'),
  // What it plays, the importer reads.
  program('ffmpeg', 'ffmpeg'),
]
/** A virtual screen. */
const screenPrograms = [
  program('Xvfb', 'xvfb'),
  program('xvfb-run', 'xvfb'),
  program('xauth', 'xauth'),
]

/**
 * Checks the shared libraries and programs that the app needs on Linux and, with `session`, those
 * of a session. As root on Debian and Ubuntu it installs what is missing; otherwise it throws a
 * SetupError with the command to paste, or with the names if there is no apt.
 */
export async function ensureLibraries({
  session,
  log = say,
}: {
  readonly session: boolean
  readonly log?: (sentence: string) => void
}): Promise<void> {
  if (process.platform !== 'linux') return
  const wanted = [
    ...libraries,
    ...(session ? sessionPrograms : []),
    ...(session && ownScreen() ? screenPrograms : []),
  ]
  let missing = await absent(wanted)
  if (missing.length === 0) return
  if (!(await isDebian())) {
    const names = missing.map(({ name }) => name).join(', ')
    throw new SetupError(`These are missing on this computer: ${names}. Install them first.`)
  }
  if (!isRoot()) {
    throw new SetupError(
      `Some libraries are missing. Paste this, then run the command again:\n  sudo apt-get update && sudo apt-get install -y ${(await packagesFor(missing)).join(' ')}`,
    )
  }
  await install(missing, log)
  missing = await absent(wanted)
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ')
    throw new SetupError(`After installing, these are still missing: ${names}.`)
  }
}

async function install(missing: readonly Part[], log: (sentence: string) => void): Promise<void> {
  const env = { ...withSbin(), DEBIAN_FRONTEND: 'noninteractive' }
  // Another apt may be running, for example on a machine that has just started.
  const apt = ['-o', 'DPkg::Lock::Timeout=120', '-qq']
  log('Asking apt for its package lists …')
  await run('apt-get', [...apt, 'update'], { env })
  const packages = await packagesFor(missing)
  log(`Installing with apt: ${packages.join(', ')} …`)
  const { code, output } = await run(
    'apt-get',
    [...apt, 'install', '-y', '--no-install-recommends', ...packages],
    { env },
  )
  if (code !== 0) throw new SetupError(`apt could not install them.\n${output.trim()}`)
}

async function absent(wanted: readonly Part[]): Promise<readonly Part[]> {
  const { output } = await run('ldconfig', ['-p'], { env: withSbin(), keep: Infinity })
  const found = await Promise.all(
    wanted.map(async ({ kind, name }) =>
      kind === 'library' ? output.includes(name) : hasProgram(name),
    ),
  )
  return wanted.filter((_, index) => !found[index])
}

async function packagesFor(missing: readonly Part[]): Promise<readonly string[]> {
  const names: string[] = []
  for (const { packages } of missing) names.push(await firstKnown(packages))
  return [...new Set(names)]
}

async function firstKnown(packages: Part['packages']): Promise<string> {
  for (const name of packages.slice(0, -1)) {
    const { code } = await run('apt-cache', ['show', '--quiet=2', name])
    if (code === 0) return name
  }
  return packages.at(-1) ?? packages[0]
}

async function isDebian() {
  if (!existsSync('/etc/os-release') || !(await hasProgram('apt-get'))) return false
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(await readFile('/etc/os-release', 'utf8'))
}
