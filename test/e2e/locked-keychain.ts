import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { busConfiguration } from '../../scripts/bare-machine/session'

export interface LockedKeychain {
  /** The environment for the app: its own bus with this keychain. */
  readonly env: Readonly<Record<string, string>>
  close(): void
}

const lock = [
  '--session',
  '--print-reply',
  '--dest=org.freedesktop.secrets',
  '/org/freedesktop/secrets',
  'org.freedesktop.Secret.Service.Lock',
  'array:objpath:/org/freedesktop/secrets/collection/login',
]
const readDefault = [
  '--session',
  '--print-reply',
  '--dest=org.freedesktop.secrets',
  '/org/freedesktop/secrets',
  'org.freedesktop.Secret.Service.ReadAlias',
  'string:default',
]
/** How long a keychain may take to start, in ms. */
const startMs = 10_000

/** Starts a bus with a gnome-keyring that has no keyring yet, as on a new desktop. */
export function emptyKeychain(folder: string): Promise<LockedKeychain> {
  return startKeychain(folder, 'empty')
}

/** Starts a bus with a gnome-keyring and locks its only collection. */
export function lockedKeychain(folder: string): Promise<LockedKeychain> {
  return startKeychain(folder, 'locked')
}

async function startKeychain(folder: string, kind: 'empty' | 'locked'): Promise<LockedKeychain> {
  const home = join(folder, 'keychain-home')
  const runtime = join(folder, 'run')
  mkdirSync(home, { recursive: true })
  mkdirSync(runtime, { mode: 0o700 })
  const file = join(folder, 'bus.conf')
  writeFileSync(file, busConfiguration(runtime))
  const bus = spawn('dbus-daemon', [`--config-file=${file}`, '--nofork', '--print-address'])
  const env = {
    DBUS_SESSION_BUS_ADDRESS: await firstLine(bus),
    XDG_DATA_HOME: home,
    XDG_RUNTIME_DIR: runtime,
  }
  const inSession = { env: { ...process.env, ...env } }
  const keyring = spawn(
    'gnome-keyring-daemon',
    ['--foreground', ...(kind === 'locked' ? ['--unlock'] : []), '--components=secrets'],
    { ...inSession, stdio: ['pipe', 'ignore', 'ignore'] },
  )
  keyring.stdin.end('a password\n')
  const close = (): void => {
    keyring.kill('SIGKILL')
    bus.kill('SIGKILL')
  }
  for (const until = Date.now() + startMs; ;) {
    const locked = spawnSync('dbus-send', kind === 'locked' ? lock : readDefault, inSession)
    if (locked.status === 0) return { env, close }
    if (Date.now() > until) {
      close()
      throw new Error(`The keychain did not start: ${locked.stderr.toString()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) return reject(new Error('No output'))
    createInterface(child.stdout).once('line', resolve)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`It ended with ${String(code)}`)))
  })
}
