import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isRoot } from '../setup/cache.mjs'
import { run } from '../setup/run.mjs'
import { SetupError } from '../setup/say.mjs'

/** Room for the app's own files and a minute of sound; small enough to be filled in a moment. */
const size = '192m'

/**
 * A disk of its own in the session's folder, which can be truly full without harm to anybody. Only
 * root can mount one: null for others.
 */
export async function mountSmallDisk({ folder, account }) {
  if (process.platform !== 'linux' || !isRoot()) return null
  const disk = join(folder, 'disk')
  await mkdir(disk)
  const owner = account ? `,uid=${account.uid},gid=${account.gid}` : ''
  const options = `size=${size},mode=700${owner}`
  const { code, output } = await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk])
  if (code !== 0) throw new SetupError(`The small disk could not be mounted. ${output.trim()}`)
  return { env: { PARLEY_SMALL_DISK: disk }, remove: () => run('umount', ['--lazy', disk]) }
}
