import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { isRoot } from './cache.mjs'
import { ownScreen } from './display.mjs'
import { hasProgram, run, withSbin } from './run.mjs'
import { say, SetupError } from './say.mjs'

/** Names of a package: newer Debian and Ubuntu renamed some, the first that apt knows is taken. */
const libraries = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
  { library: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
]
/** What a session of its own needs: a message bus, a keychain, and devices for sound. */
const sessionPrograms = [
  { program: 'dbus-run-session', packages: ['dbus'] },
  { program: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
  { program: 'pulseaudio', packages: ['pulseaudio'] },
  { program: 'pactl', packages: ['pulseaudio-utils'] },
]
/** What takes the place of a screen. */
const screenPrograms = [
  { program: 'Xvfb', packages: ['xvfb'] },
  { program: 'xvfb-run', packages: ['xvfb'] },
  { program: 'xauth', packages: ['xauth'] },
]

/**
 * Sees to the shared libraries and programs that the app and, with `session`, a session of its own
 * need on Linux. Installs them on Debian and Ubuntu when root; otherwise throws a SetupError with
 * the one command to paste, or with the names where there is no apt.
 */
export async function ensureLibraries({ session, log = say }) {
  if (process.platform !== 'linux') return
  const wanted = [
    ...libraries,
    ...(session ? sessionPrograms : []),
    ...(session && ownScreen() ? screenPrograms : []),
  ]
  let missing = await absent(wanted)
  if (missing.length === 0) return
  if (!(await isDebian())) {
    const names = missing.map((one) => one.library ?? one.program).join(', ')
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
    const names = missing.map((one) => one.library ?? one.program).join(', ')
    throw new SetupError(`After installing, these are still missing: ${names}.`)
  }
}

async function install(missing, log) {
  const env = { ...withSbin(), DEBIAN_FRONTEND: 'noninteractive' }
  // Another apt may be at work, as on a machine that has just started.
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

async function absent(wanted) {
  const { output } = await run('ldconfig', ['-p'], { env: withSbin(), keep: Infinity })
  const found = await Promise.all(
    wanted.map((one) => (one.library ? output.includes(one.library) : hasProgram(one.program))),
  )
  return wanted.filter((_, index) => !found[index])
}

async function packagesFor(missing) {
  const names = []
  for (const { packages } of missing) names.push(await firstKnown(packages))
  return [...new Set(names)]
}

async function firstKnown(packages) {
  for (const name of packages.slice(0, -1)) {
    const { code } = await run('apt-cache', ['show', '--quiet=2', name])
    if (code === 0) return name
  }
  return packages.at(-1)
}

async function isDebian() {
  if (!existsSync('/etc/os-release') || !(await hasProgram('apt-get'))) return false
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(await readFile('/etc/os-release', 'utf8'))
}
