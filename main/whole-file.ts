import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes beside the file, then renames: after a crash there is the old file or the new one, whole.
 * Only its owner can read it. Throws what the system says.
 */
export function writeWholeFile(path: string, text: string): void {
  const beside = `${path}.new`
  mkdirSync(dirname(path), { recursive: true })
  const handle = openSync(beside, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, path)
}
