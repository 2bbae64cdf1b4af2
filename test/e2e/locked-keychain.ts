import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

export interface LockedKeychain {
  /** For the app: a bus of its own with a keychain on it that stays locked. */
  readonly env: Readonly<Record<string, string>>
  close(): void
}

/** A bus that starts nothing by itself, so that nobody asks for the password. */
const busConfiguration = (folder: string) => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

/** Starts a bus and a gnome-keyring with a login collection that nobody unlocked. */
export async function lockedKeychain(folder: string): Promise<LockedKeychain> {
  const home = join(folder, 'keychain-home')
  const runtime = join(folder, 'run')
  mkdirSync(join(home, 'keyrings'), { recursive: true })
  mkdirSync(runtime, { mode: 0o700 })
  const file = join(folder, 'bus.conf')
  writeFileSync(file, busConfiguration(runtime))
  const bus = spawn('dbus-daemon', [`--config-file=${file}`, '--nofork', '--print-address'])
  const address = await firstLine(bus)
  const env = {
    DBUS_SESSION_BUS_ADDRESS: address,
    XDG_DATA_HOME: home,
    XDG_RUNTIME_DIR: runtime,
  }
  const options = { env: { ...process.env, ...env } }
  // The first one makes the collection with a password; the second one finds it locked.
  const maker = spawn('gnome-keyring-daemon', keyring('--unlock'), options)
  maker.stdin.end('a password\n')
  await firstLine(maker)
  await ended(maker, 'SIGTERM')
  const keeper = spawn('gnome-keyring-daemon', keyring('--start'), options)
  await firstLine(keeper)
  return {
    env,
    close: () => {
      keeper.kill('SIGKILL')
      bus.kill('SIGKILL')
    },
  }
}

const keyring = (how: string) => ['--foreground', how, '--components=secrets']

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) return reject(new Error('No output'))
    createInterface(child.stdout).once('line', resolve)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`It ended with ${String(code)}`)))
  })
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
