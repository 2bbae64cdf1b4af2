import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fail, ok, type Result } from '../../common/errors'
import type { OnDeviceModel } from '../../common/model'
import type { EngineModel } from './families/family'
import catalogue from './models.json'

/** One file of a model; the hash is that of the file as published. */
export interface ModelFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** Files that are loaded together, in one folder under the models folder. */
export interface ModelFolder {
  readonly name: string
  readonly folder: string
  readonly files: readonly ModelFile[]
}

/** A speech model; `wireName` is the value of Begin.configuration.model. */
export interface SpeechModel extends ModelFolder {
  readonly wireName: string
  readonly languages: readonly string[]
}

/** The speech models that the engine supports; the set-up script reads the same file. */
export const speechModels: Readonly<Record<OnDeviceModel, SpeechModel>> = catalogue.models

export const voiceDetectorModel: ModelFolder = catalogue.voiceDetector

const order: readonly OnDeviceModel[] = ['base', 'tiny']

/** Lists the models whose files have the right sizes; the hashes are checked when one is loaded. */
export function availableModels(modelsDir: string): OnDeviceModel[] {
  return order.filter((model) =>
    [speechModels[model], voiceDetectorModel].every((part) => hasSizes(modelsDir, part)),
  )
}

function hasSizes(modelsDir: string, part: ModelFolder): boolean {
  return part.files.every((file) => {
    const found = statSync(join(modelsDir, part.folder, file.name), { throwIfNoEntry: false })
    return found?.size === file.bytes
  })
}

/** A model of the catalogue as the engine loads it. */
export function engineModelOf(modelsDir: string, model: OnDeviceModel): EngineModel {
  const { wireName, folder, languages } = speechModels[model]
  return {
    wireName,
    family: 'moonshine',
    folder: join(modelsDir, folder),
    files: {
      encoder: 'encoder_model.onnx',
      decoder: 'decoder_model_merged.onnx',
      tokens: 'tokens.txt',
    },
    languages: [...languages],
  }
}

/** Checks size and SHA-256 of each file: engine-model-missing or engine-model-damaged. */
export async function verifyModel(modelsDir: string, part: ModelFolder): Promise<Result<void>> {
  for (const file of part.files) {
    const path = join(modelsDir, part.folder, file.name)
    const where = `${part.folder}/${file.name}`
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found?.isFile()) return fail('engine-model-missing', where)
    if (found.size !== file.bytes) {
      return fail('engine-model-damaged', `${where} has ${found.size} bytes, not ${file.bytes}`)
    }
    if ((await sha256(path)) !== file.sha256) {
      return fail('engine-model-damaged', `${where} has another SHA-256`)
    }
  }
  return ok(undefined)
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}
