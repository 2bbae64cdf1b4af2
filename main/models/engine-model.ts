import { join } from 'node:path'
import type { InstalledModel } from '../../common/model'
import type { EngineModel, SpeakerModels } from '../local-engine'

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

/** The files that tell speakers apart; null for a model that gives words. */
export function speakerModelsOf({ folder, files }: InstalledModel): SpeakerModels | null {
  const path = (wanted: string) => files.find(({ role }) => role === wanted)?.name
  const [segmentation, embedding] = [path('segmentation'), path('embedding')]
  if (segmentation === undefined || embedding === undefined) return null
  return { segmentation: join(folder, segmentation), embedding: join(folder, embedding) }
}
