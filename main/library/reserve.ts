import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { createLog } from '../log'

const log = createLog('reserve')

/** Text of many hours, and the log of its database. */
const defaultBytes = 8 * 1024 * 1024

/** Room on the disk that is given up for the text when everything else is full. */
export interface Reserve {
  /** Takes the room where it is not taken yet; where there is none, there is none to take. */
  keep(): Promise<void>
  /** Gives it to whoever writes next. */
  release(): void
}

/** `path`: a file that holds the room. */
export function createReserve(path: string, bytes = defaultBytes): Reserve {
  const partial = `${path}.part`
  let taking: Promise<void> | null = null

  async function take(): Promise<void> {
    try {
      if (existsSync(path)) return
      // Random, since some file systems keep no room for zeros.
      await writeFile(partial, randomBytes(bytes))
      await rename(partial, path)
    } catch (cause) {
      log.warn('no room kept', { cause })
      await rm(partial, { force: true })
    }
  }

  return {
    keep: () => (taking ??= take().finally(() => (taking = null))),
    release: () => {
      if (!existsSync(path)) return
      rmSync(path, { force: true })
      log.warn('room given up')
    },
  }
}
