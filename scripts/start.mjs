// npm start: sets everything up and opens the app. Further arguments go to the app.
import { copyFile, chown, mkdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { accountEnv, asAccount } from './setup/account.mjs'
import { isRoot } from './setup/cache.mjs'
import { hasDisplay } from './setup/display.mjs'
import { prepare } from './setup/index.mjs'
import { run } from './setup/run.mjs'
import { main, say } from './setup/say.mjs'

await main(async () => {
  if (process.platform === 'linux' && !hasDisplay()) {
    say('There is no display here, so there is nowhere to open a window.')
    say('To see the app at work without one: npm run demo')
    return 1
  }
  const prepared = await prepare({ session: isRoot() })
  const { account, electron, project, models } = prepared
  // Another account is not on the caller's message bus: it gets its own.
  const bus = account ? ['dbus-run-session', '--'] : []
  const app = [electron.executable, project, `--models-dir=${models}`, ...process.argv.slice(2)]
  const [command, ...args] = asAccount(account, [...bus, ...app])
  say('Opening Parley …')
  const env = { ...accountEnv(account), ...(account && (await displayFor(account))) }
  const { code } = await run(command, args, { cwd: project, env, show: true })
  return code ?? 1
})

/** Lets the account draw on the caller's X display: with a copy of the caller's X cookie. */
async function displayFor(account) {
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
