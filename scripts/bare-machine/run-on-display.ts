import { existsSync } from 'node:fs'
import { chown, copyFile, mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Prepared } from '../setup/prepare'
import { run } from '../setup/run-command.mjs'
import { accountEnv, asAccount, type Account } from './account'

/**
 * Runs a command line on the display of this computer, from the project's folder, as the account if
 * there is one. Returns its exit code.
 */
export async function runOnDisplay(
  { account, project }: Prepared,
  commandLine: readonly string[],
): Promise<number> {
  // Another account cannot use the caller's message bus, so it gets its own.
  const bus = account ? ['dbus-run-session', '--'] : []
  const [program = '', ...args] = asAccount(account, [...bus, ...commandLine])
  const env = { ...accountEnv(account), ...(account && (await displayFor(account))) }
  const { code } = await run(program, args, { cwd: project, env, show: true })
  return code ?? 1
}

/** Lets the account draw on the caller's X display, with a copy of the caller's X cookie. */
async function displayFor(account: Account): Promise<Record<string, string>> {
  const runtime = join(account.home, 'run')
  await mkdir(runtime, { recursive: true, mode: 0o700 })
  await chown(runtime, account.uid, account.gid)
  const cookie = process.env.XAUTHORITY ?? join(homedir(), '.Xauthority')
  if (!existsSync(cookie)) return { XDG_RUNTIME_DIR: runtime }
  const copy = join(runtime, 'Xauthority')
  await copyFile(cookie, copy)
  await chown(copy, account.uid, account.gid)
  return { XDG_RUNTIME_DIR: runtime, XAUTHORITY: copy }
}
