import { mkdir, readFile, chown, chmod } from 'node:fs/promises'
import { isRoot } from './cache.mjs'
import { run, withSbin } from './run.mjs'
import { say, SetupError } from './say.mjs'

const name = 'parley'
/** What is kept for the account: its home, and copies of what it cannot reach elsewhere. */
export const accountFolder = '/var/lib/parley'
const home = `${accountFolder}/home`

/**
 * The unprivileged account that the app runs as where root started it, made at need: Chromium
 * refuses to run as root with its sandbox on, and the sandbox stays on.
 * Answers { name, uid, gid, home }, or null where this process is not root.
 */
export async function ensureAccount({ log = say } = {}) {
  if (!isRoot()) return null
  if (process.platform !== 'linux') throw new SetupError('Run this as yourself, not as root.')
  let account = await find()
  if (!account) {
    await mkdir(accountFolder, { recursive: true, mode: 0o755 })
    const { code, output } = await run(
      'useradd',
      ['--system', '--user-group', '--home-dir', home, '--shell', '/usr/sbin/nologin', name],
      { env: withSbin() },
    )
    account = await find()
    if (!account) {
      throw new SetupError(`The account "${name}" could not be made (${code}). ${output.trim()}`)
    }
    log(`Made the unprivileged account "${name}", since the app does not run as root.`)
  }
  await mkdir(home, { recursive: true })
  await chown(home, account.uid, account.gid)
  await chmod(home, 0o700)
  log(`Started by root: the app runs as the account "${name}".`)
  return account
}

async function find() {
  const line = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  if (!line) return null
  const [, , uid, gid] = line.split(':')
  return { name, uid: Number(uid), gid: Number(gid), home }
}

/**
 * The command line that runs a command line as the account; the same one where account is null.
 * @typedef {{ name: string, uid: number, gid: number, home: string }} Account
 * @param {Account | null} account
 * @param {string[]} commandLine
 * @returns {string[]}
 */
export function asAccount(account, commandLine) {
  if (!account) return commandLine
  return [
    'setpriv',
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--init-groups',
    '--inh-caps=-all',
    '--',
    ...commandLine,
  ]
}

/**
 * The environment for the account: the caller's, without what belongs to the caller's session.
 * @param {Account | null} account
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string | undefined>}
 */
export function accountEnv(account, env = process.env) {
  const own =
    /^(npm_|XDG_|SUDO_|DBUS_|GNOME_|SSH_)|^(INIT_CWD|XAUTHORITY|MAIL|ELECTRON_RUN_AS_NODE)$/
  const kept = Object.fromEntries(Object.entries(env).filter(([key]) => !own.test(key)))
  if (!account) return kept
  return {
    ...kept,
    HOME: account.home,
    USER: account.name,
    LOGNAME: account.name,
    SHELL: '/bin/sh',
  }
}
