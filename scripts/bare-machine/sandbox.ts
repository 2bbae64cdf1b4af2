import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRoot } from '../setup/cache'
import { run } from '../setup/run-command.mjs'
import { SetupError } from '../setup/log.mjs'

/**
 * Throws a SetupError that says what to do if Chromium's sandbox cannot work on this Linux. There
 * is no switch to run without the sandbox, because it is part of what the tests check.
 */
export async function checkSandbox({ executable }: { readonly executable: string }): Promise<void> {
  if (process.platform !== 'linux') return
  if (isRoot()) {
    if (await works('unshare', ['--pid', '--net', '--fork', 'true'])) return
    throw new SetupError(
      "This container does not allow the namespaces that Chromium's sandbox needs. Start it with --cap-add=SYS_ADMIN, or run this outside the container.",
    )
  }
  const helper = join(dirname(executable), 'chrome-sandbox')
  const info = await stat(helper).catch(() => null)
  if (info?.uid === 0 && (info.mode & 0o4000) !== 0) return
  // Ubuntu 24.04 and later restrict user namespaces: https://github.com/electron/electron/issues/41066
  if (await works('unshare', ['--user', '--map-root-user', '--pid', '--fork', 'true'])) return
  throw new SetupError(
    `Chromium's sandbox needs its helper to belong to root on this system. Paste this, then run the command again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}

async function works(command: string, args: readonly string[]): Promise<boolean> {
  return (await run(command, args)).code === 0
}
