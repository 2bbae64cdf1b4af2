import type { Result } from '../../common/errors'
import type { Reserve } from '../audio-files'
import type { Problems } from './problems'

/** Audio waits until this much space is free again, in bytes: a few minutes, plus space for text. */
const roomForSound = 16 * 1024 * 1024

/** What a recording knows about the free space on its disk. */
export interface Disk {
  /** Free bytes at the last check; null if unknown. */
  readonly freeBytes: number | null
  /** Asks the system how many bytes are free. */
  check(): Promise<number | null>
  /** Whether there is space for audio again after the disk was full; true if it is not known. */
  hasRoomForSound(): Promise<boolean>
  /** Reports the result of a write. Returns true if the disk is full. */
  report(place: 'audio' | 'text', stored: Result<unknown>): boolean
  /** Reserves the space that is released for the text when the disk is full. */
  keepReserve(): void
}

export interface DiskOptions {
  /** Free bytes on the disk of the library; null if unknown. */
  readonly freeBytes: () => Promise<number | null>
  readonly reserve: Reserve
  readonly problems: Problems
  /** Called when the problems changed. */
  readonly showStatus: () => void
}

export function createDisk({ freeBytes, reserve, problems, showStatus }: DiskOptions): Disk {
  let known: number | null = null

  async function check(): Promise<number | null> {
    known = await freeBytes()
    return known
  }

  return {
    get freeBytes() {
      return known
    },
    check,
    hasRoomForSound: async () => {
      const bytes = await check()
      return bytes === null || bytes >= roomForSound
    },
    report: (place, stored) => {
      const error = stored.ok ? null : stored.error
      const isFull = error?.code === 'disk-full'
      if (isFull) reserve.release()
      if (problems.set(place, null, error)) showStatus()
      return isFull
    },
    keepReserve: () => void reserve.keep(),
  }
}
