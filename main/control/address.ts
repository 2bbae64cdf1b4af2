import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** The longest path of a socket on Linux and macOS, in bytes. */
const longestPath = 100

/**
 * Where the running app of this data folder listens. SECURITY: the folder is open to this person
 * alone; the pipes of Windows let others read at most, and nothing is written that was not asked.
 */
export function controlAddress(
  dataFolder: string,
  platform: NodeJS.Platform,
  shortFolder: string,
): string {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 24)
  if (platform === 'win32') return `\\\\.\\pipe\\parley-${name}`
  const path = join(dataFolder, 'control.sock')
  return Buffer.byteLength(path) <= longestPath ? path : join(shortFolder, `parley-${name}.sock`)
}
