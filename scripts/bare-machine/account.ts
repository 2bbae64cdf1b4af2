import { mkdir, readFile, chown, chmod } from 'node:fs/promises'
import { isRoot } from '../setup/cache'
import { run, withSbin } from '../setup/run-command.mjs'
import { say, SetupError } from '../setup/log.mjs'

/** The unprivileged account that the app runs as if root started the command. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly home: string
}

const name = 'parley'
/** Holds the account's home, and copies of what it cannot read elsewhere. */
export const accountFolder = '/var/lib/parley'
const home = `${accountFolder}/home`

/**
 * Creates the account if it is missing: Chromium refuses to run as root with its sandbox on, and
 * the sandbox stays on (https://crbug.com/638180). Returns null if this process is not root.
 */
export async function ensureAccount({ log = say } = {}): Promise<Account | null> {
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
      throw new SetupError(
        `The account "${name}" could not be created (code ${code ?? 'none'}). ${output.trim()}`,
      )
    }
    log(`Created the unprivileged account "${name}", because the app does not run as root.`)
  }
  await mkdir(home, { recursive: true })
  await chown(home, account.uid, account.gid)
  await chmod(home, 0o700)
  log(`Root started this command, so the app runs as the account "${name}".`)
  return account
}

async function find(): Promise<Account | null> {
  const line = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  if (!line) return null
  const [, , uid, gid] = line.split(':')
  return { name, uid: Number(uid), gid: Number(gid), home }
}

/** The command line that runs `commandLine` as the account; unchanged if there is no account. */
export function asAccount(
  account: Account | null,
  commandLine: readonly string[],
): readonly string[] {
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

/** The environment for the account: the caller's, without the variables of the caller's session. */
export function accountEnv(
  account: Account | null,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Record<string, string | undefined> {
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
