import { closeSync, openSync, writeSync } from 'node:fs'

/** The disk of this session that can be truly full; null where it has none. */
export const smallDisk = process.env.PARLEY_SMALL_DISK || null

/** Writes to a file until its disk takes nothing more. */
export function fill(path: string): void {
  const file = openSync(path, 'a')
  try {
    for (let size = 1 << 20; size >= 512;) {
      try {
        writeSync(file, Buffer.alloc(size, 1))
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause
        size >>= 1
      }
    }
  } finally {
    closeSync(file)
  }
}
