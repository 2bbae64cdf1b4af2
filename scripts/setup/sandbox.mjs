import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRoot } from './cache.mjs'
import { run } from './run.mjs'
import { SetupError } from './say.mjs'

/**
 * Says what to do where Chromium's sandbox cannot work on this Linux. There is no switch to run
 * without it: the sandbox is part of what is tested.
 */
export async function checkSandbox({ executable }) {
  if (process.platform !== 'linux') return
  if (isRoot()) {
    if (await works('unshare', ['--pid', '--net', '--fork', 'true'])) return
    throw new SetupError(
      'This container does not allow the namespaces that the sandbox of Chromium needs. Start it with --cap-add=SYS_ADMIN, or run this outside the container.',
    )
  }
  const helper = join(dirname(executable), 'chrome-sandbox')
  const info = await stat(helper).catch(() => null)
  if (info?.uid === 0 && (info.mode & 0o4000) !== 0) return
  if (await works('unshare', ['--user', '--map-root-user', '--pid', '--fork', 'true'])) return
  throw new SetupError(
    `The sandbox of Chromium needs its helper to belong to root on this system. Paste this, then run the command again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}

async function works(command, args) {
  return (await run(command, args)).code === 0
}
