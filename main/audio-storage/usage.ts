import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../../common/errors'
import type { StorageUse } from '../../common/model'
import { freeBytes } from '../platform'

export interface UsageFolders {
  readonly library: string
  readonly models: string
}

/** The database and its log, without the reserved space. */
const textFiles = ['library.db', 'library.db-wal', 'library.db-shm']
const audioFolders = ['audio', 'importing']

/** Returns the used space by kind, and the free space on the library's disk, in bytes. */
export async function storageUse(
  { library, models }: UsageFolders,
  problem: StorageUse['problem'],
): Promise<Result<StorageUse>> {
  const below = (name: string) => join(library, name)
  const [text, audio, modelBytes, free] = await Promise.all([
    Promise.all(textFiles.map((name) => sizeOfFile(below(name)))),
    Promise.all(audioFolders.map((name) => sizeOf(below(name)))),
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

// A file that does not exist, or is deleted meanwhile, counts as empty.
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
