import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../../preload/errors'
import type { StorageUse } from '../../preload/model'
import { freeBytes } from '../recording/free-space'

export interface UsageFolders {
  readonly library: string
  readonly models: string
}

/** How much space what takes, in bytes, and how much is left where the library is. */
export async function storageUse(
  { library, models }: UsageFolders,
  problem: StorageUse['problem'],
): Promise<Result<StorageUse>> {
  const [all, audio, ofModels, free] = await Promise.all([
    sizeOf(library),
    Promise.all(['audio', 'importing'].map((name) => sizeOf(join(library, name)))),
    sizeOf(models),
    freeBytes(library),
  ])
  const audioBytes = audio.reduce((sum, bytes) => sum + bytes, 0)
  return ok({
    audioBytes,
    textBytes: all - audioBytes,
    modelBytes: ofModels,
    freeBytes: free,
    problem,
  })
}

async function sizeOf(folder: string): Promise<number> {
  // What is not there, or goes while it is counted, takes no space.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return sizeOf(path)
      return entry.isFile()
        ? stat(path).then(
            ({ size }) => size,
            () => 0,
          )
        : 0
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
