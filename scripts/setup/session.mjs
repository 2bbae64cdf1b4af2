import { chmod, cp, lchown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { accountEnv, asAccount } from './account.mjs'
import { isRoot } from './cache.mjs'
import { displayEnv, ownScreen } from './display.mjs'
import { run } from './run.mjs'

const screen = '-screen 0 1400x1000x24'

/** A message bus that starts no services by itself: what is not started here is truly absent. */
export const busConfiguration = (/** @type {string} */ folder) => `<!DOCTYPE busconfig PUBLIC
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

/** Unlocks a new keychain on the bus of this session, then becomes the command. */
const withKeychain = `
printf 'x\\n' | gnome-keyring-daemon --daemonize --unlock --components=secrets >/dev/null 2>&1 || {
  echo 'The keychain of the session could not be started (gnome-keyring-daemon).' >&2
  exit 70
}
exec "$@"`

/**
 * Makes a folder for one session of the app, with a home, a runtime folder, and `output`, to which
 * what runs in the session writes. All of it belongs to the account where there is one.
 */
export async function openSession(account) {
  const folder = await mkdtemp(join(tmpdir(), 'parley-session-'))
  const output = join(folder, 'output')
  for (const name of ['home', 'run', 'tmp', 'output']) await mkdir(join(folder, name))
  await writeFile(join(folder, 'bus.conf'), busConfiguration(join(folder, 'run')))
  if (account) await giveTo(folder, account.uid, account.gid)
  await chmod(join(folder, 'run'), 0o700)
  return { folder, output, account }
}

/** The folders and names that a command finds in its session. */
export function sessionEnv(session, prepared) {
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
 * Runs a command line in the session, from the project's folder: as the account, with a screen of
 * its own where there is none, its own message bus and an unlocked empty keychain (Linux; on macOS
 * and Windows the command just runs). Answers { code, output } as `run` does.
 */
export async function runInSession(session, prepared, commandLine, { env, show = true } = {}) {
  const [command, ...args] = asAccount(session.account, await sessionCommand(session, commandLine))
  return run(command, args, {
    cwd: prepared.project,
    env: { ...sessionEnv(session, prepared), ...env },
    show,
  })
}

async function sessionCommand({ folder }, commandLine) {
  if (process.platform !== 'linux') return commandLine
  const keychain = ['sh', '-c', withKeychain, 'session', ...commandLine]
  const bus = ['dbus-run-session', `--config-file=${join(folder, 'bus.conf')}`, '--', ...keychain]
  if (!ownScreen()) return bus
  await socketFolder()
  return ['xvfb-run', '-a', '-s', screen, ...bus]
}

/** X servers share this folder; only root can make it as they want it. */
async function socketFolder() {
  const folder = '/tmp/.X11-unix'
  if (!isRoot() || existsSync(folder)) return
  await mkdir(folder)
  await chmod(folder, 0o1777)
}

/**
 * Hands what the session wrote to its output over to `target`, as the property of whom that folder
 * belongs to, and ends the session.
 */
export async function closeSession({ folder, output }, target) {
  if (target && (await readdir(output)).length > 0) await handOver(output, target)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function handOver(from, to) {
  const made = await mkdir(to, { recursive: true })
  const { uid, gid } = await stat(made ? dirname(made) : to)
  await cp(from, to, { recursive: true })
  if (!isRoot()) return
  if (made) await giveTo(made, uid, gid)
  // What was in the folder before stays whose it is.
  else
    for (const entry of await readdir(from, { recursive: true })) {
      await lchown(join(to, entry), uid, gid)
    }
}

async function giveTo(folder, uid, gid) {
  await lchown(folder, uid, gid)
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), uid, gid)
  }
}
