import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isRoot } from '../setup/cache'
import { run } from '../setup/run-command.mjs'
import { SetupError } from '../setup/log.mjs'
import type { Disk, Session } from './session'

/** Room for the app's own files and a minute of audio, and small enough to fill in a moment. */
const size = '192m'

/**
 * Mounts a small disk in the session's folder, which tests can fill completely. Returns null if this
 * process is not root, because only root can mount one.
 */
export async function mountSmallDisk({ folder, account }: Session): Promise<Disk | null> {
  if (process.platform !== 'linux' || !isRoot()) return null
  const disk = join(folder, 'disk')
  await mkdir(disk)
  const owner = account ? `,uid=${account.uid},gid=${account.gid}` : ''
  const options = `size=${size},mode=700${owner}`
  const { code, output } = await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk])
  if (code !== 0) throw new SetupError(`The small disk could not be mounted. ${output.trim()}`)
  return {
    env: { PARLEY_SMALL_DISK: disk },
    remove: async () => {
      await run('umount', ['--lazy', disk])
    },
  }
}
