import { closeSync, openSync, writeSync } from 'node:fs'

/** The small disk of this session, which can really be full; null if there is none. */
export const smallDisk = process.env.PARLEY_SMALL_DISK || null

/** Writes to a file until its disk is full. */
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
