import type { InstalledModel } from '../../common/model'
import type { EngineModel } from '../local-engine'

/** An installed model as the engine loads it; null for one that gives no words. */
export function engineModelOf({
  id,
  family,
  folder,
  languages,
  files,
}: InstalledModel): EngineModel | null {
  if (family === 'speakers') return null
  const loaded = files.filter(({ role }) => role !== 'other')
  return {
    wireName: id,
    family,
    folder,
    languages: [...languages],
    files: Object.fromEntries(loaded.map(({ role, name }) => [role, name])),
  }
}
