import { chmod, cp, lchown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import type { Prepared } from '../setup/prepare'
import { accountEnv, asAccount, type Account } from './account'
import { isRoot } from '../setup/cache'
import { displayEnv, ownScreen } from './display'
import { run } from '../setup/run-command.mjs'

/** A home, a runtime folder and a message bus for one run of the app. */
export interface Session {
  readonly folder: string
  /** Programs in the session write their results here. */
  readonly output: string
  readonly account: Account | null
}

/** A disk in a session's folder, with the environment that tells tests where it is. */
export interface Disk {
  readonly env: Readonly<Record<string, string>>
  remove(): Promise<void>
}

const screen = '-screen 0 1400x1000x24'

/** A message bus that starts no services itself: a service that is not started here is absent. */
export const busConfiguration = (folder: string) => `<!DOCTYPE busconfig PUBLIC
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

/** Unlocks a new keychain on the session's bus, then becomes the command. */
const withKeychain = `
printf 'x\\n' | gnome-keyring-daemon --daemonize --unlock --components=secrets >/dev/null 2>&1 || {
  echo 'The keychain of the session could not be started (gnome-keyring-daemon).' >&2
  exit 70
}
exec "$@"`

/** Creates the folders of a session. They belong to the account, if there is one. */
export async function openSession(account: Account | null): Promise<Session> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-session-'))
  const output = join(folder, 'output')
  for (const name of ['home', 'run', 'tmp', 'output']) await mkdir(join(folder, name))
  await writeFile(join(folder, 'bus.conf'), busConfiguration(join(folder, 'run')))
  if (account) await giveTo(folder, account.uid, account.gid)
  await chmod(join(folder, 'run'), 0o700)
  return { folder, output, account }
}

/** The environment of a command in its session. */
function sessionEnv(session: Session, prepared: Prepared) {
  const { folder, account, output } = session
  const linux = process.platform === 'linux'
  return {
    ...accountEnv(account),
    ...(linux && !ownScreen() && displayEnv()),
    ...(linux && {
      HOME: join(folder, 'home'),
      XDG_DATA_HOME: join(folder, 'home', '.local', 'share'),
      XDG_RUNTIME_DIR: join(folder, 'run'),
      TMPDIR: join(folder, 'tmp'),
    }),
    PATH: [
      dirname(prepared.node),
      join(prepared.project, 'node_modules', '.bin'),
      process.env.PATH,
    ].join(delimiter),
    PARLEY_ELECTRON: prepared.electron.executable,
    PARLEY_RUNTIME: prepared.electron.executable,
    PARLEY_ELECTRON_VERSION: prepared.electron.version,
    PARLEY_APP: prepared.project,
    PARLEY_MODELS: prepared.models ?? '',
    PARLEY_SPEECH: prepared.speech?.file ?? '',
    PARLEY_SPEECH_TEXT: prepared.speech?.text ?? '',
    PARLEY_OUTPUT: output,
  }
}

/**
 * Runs a command line in the session, from the project's folder. On Linux it runs as the account,
 * on a virtual screen if there is no other, with a message bus and an unlocked empty keychain; on
 * macOS and Windows the command just runs. Returns what `run` returns.
 */
export async function runInSession(
  { session, prepared }: { readonly session: Session; readonly prepared: Prepared },
  commandLine: readonly string[],
  {
    env,
    show = true,
  }: { readonly env?: Readonly<Record<string, string>>; readonly show?: boolean } = {},
) {
  const line = await sessionCommand(session, commandLine)
  const [command = '', ...args] = asAccount(session.account, line)
  return run(command, args, {
    cwd: prepared.project,
    env: { ...sessionEnv(session, prepared), ...env },
    show,
  })
}

async function sessionCommand(
  { folder }: Session,
  commandLine: readonly string[],
): Promise<readonly string[]> {
  if (process.platform !== 'linux') return commandLine
  const keychain = ['sh', '-c', withKeychain, 'session', ...commandLine]
  const bus = ['dbus-run-session', `--config-file=${join(folder, 'bus.conf')}`, '--', ...keychain]
  if (!ownScreen()) return bus
  await socketFolder()
  // xvfb-run takes the next free number; two that look at the same moment would take the same one.
  return ['xvfb-run', '-a', '-n', String(randomInt(100, 1_000)), '-s', screen, ...bus]
}

/** X servers share this folder; only root can create it with the mode that they need. */
async function socketFolder(): Promise<void> {
  const folder = '/tmp/.X11-unix'
  if (!isRoot() || existsSync(folder)) return
  await mkdir(folder)
  await chmod(folder, 0o1777)
}

/**
 * Copies the session's output to `target`, owned by the owner of that folder, and removes the
 * session's folders.
 */
export async function closeSession(
  { folder, output }: Session,
  target: string | null,
): Promise<void> {
  if (target && (await readdir(output)).length > 0) await handOver(output, target)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function handOver(from: string, to: string): Promise<void> {
  const made = await mkdir(to, { recursive: true })
  const { uid, gid } = await stat(made ? dirname(made) : to)
  await cp(from, to, { recursive: true })
  if (!isRoot()) return
  if (made) await giveTo(made, uid, gid)
  // Files that were in the folder before keep their owner.
  else
    for (const entry of await readdir(from, { recursive: true })) {
      await lchown(join(to, entry), uid, gid)
    }
}

async function giveTo(folder: string, uid: number, gid: number): Promise<void> {
  await lchown(folder, uid, gid)
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), uid, gid)
  }
}
