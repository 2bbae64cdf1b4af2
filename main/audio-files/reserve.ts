import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { createLog } from '../platform'

const log = createLog('reserve')

/** Enough for the text of many hours and the write-ahead log of the database. */
export const reserveBytes = 8 * 1024 * 1024

/** Disk space that is reserved for the text, and released when the disk is full. */
export interface Reserve {
  /** Reserves the space unless it is reserved already. A disk without space is no error. */
  keep(): Promise<void>
  /** Releases the space for whatever is written next. */
  release(): void
}

/** `path`: a file that occupies the space. */
export function createReserve(path: string, bytes = reserveBytes): Reserve {
  const partial = `${path}.part`
  let taking: Promise<void> | null = null

  async function take(): Promise<void> {
    try {
      if (existsSync(path)) return
      // Random bytes, since some file systems store zeros without using space.
      await writeFile(partial, randomBytes(bytes))
      await rename(partial, path)
    } catch (cause) {
      log.warn('space not reserved', { cause })
      await rm(partial, { force: true })
    }
  }

  return {
    keep: () => (taking ??= take().finally(() => (taking = null))),
    release: () => {
      if (!existsSync(path)) return
      rmSync(path, { force: true })
      log.warn('reserved space released')
    },
  }
}
