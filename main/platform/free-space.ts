import { statfs } from 'node:fs/promises'
import { createLog } from './log'

const log = createLog('free-space')

/** Bytes that this account may still write in a folder's file system; null if unknown. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch (cause) {
    log.warn('free space unknown', { cause })
    return null
  }
}
