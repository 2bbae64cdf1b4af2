import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../../preload/errors'
import type { StorageUse } from '../../preload/model'
import { freeBytes } from '../recording/free-space'

export interface UsageFolders {
  readonly library: string
  readonly models: string
}

/** The database and its log; the room that is held for a full disk is no text. */
const textFiles = ['library.db', 'library.db-wal', 'library.db-shm']
const soundFolders = ['audio', 'importing']

/** How much space what takes, in bytes, and how much is left where the library is. */
export async function storageUse(
  { library, models }: UsageFolders,
  problem: StorageUse['problem'],
): Promise<Result<StorageUse>> {
  const below = (name: string) => join(library, name)
  const [text, audio, modelBytes, free] = await Promise.all([
    Promise.all(textFiles.map((name) => sizeOfFile(below(name)))),
    Promise.all(soundFolders.map((name) => sizeOf(below(name)))),
    sizeOf(models),
    freeBytes(library),
  ])
  return ok({
    audioBytes: sum(audio),
    textBytes: sum(text),
    modelBytes,
    freeBytes: free,
    problem,
  })
}

// What is not there, or goes while it is counted, takes no space.
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return sizeOf(path)
      return entry.isFile() ? sizeOfFile(path) : 0
    }),
  )
  return sum(sizes)
}

async function sizeOfFile(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}
