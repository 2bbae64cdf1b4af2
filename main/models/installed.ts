import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { InstalledModel } from '../../common/model'
import { installedModelSchema } from '../../common/schemas'
import { createLog } from '../platform'

const log = createLog('models')

/** Describes the model of a folder; it is written when every file of it has been checked. */
export const manifestName = 'model.json'

/** The downloaded and own models in this folder that are complete, each in a folder named by its id. */
export function installedModels(folder: string): InstalledModel[] {
  let names: string[]
  try {
    names = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') log.warn('not listed', { cause })
    return []
  }
  return names.sort().flatMap((name) => installedModel(folder, name) ?? [])
}

/**
 * One model, or null if it is not complete. The hashes were compared before its description was
 * written; the sizes are compared each time.
 */
export function installedModel(folder: string, id: string): InstalledModel | null {
  const path = join(folder, id)
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(path, manifestName), 'utf8'))
    const model = installedModelSchema.parse(manifest)
    const isWhole = model.files.every(({ name, bytes }) => {
      const found = statSync(join(path, name), { throwIfNoEntry: false })
      return found?.isFile() === true && found.size === bytes
    })
    return isWhole && model.id === id ? { ...model, folder: path } : null
  } catch (cause) {
    // Most models have never been downloaded.
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    log.warn('model not complete', { id, cause: cause instanceof Error ? cause.name : '' })
    return null
  }
}
