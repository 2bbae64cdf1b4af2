import { join } from 'node:path'
import type { Result } from '../../preload/errors'
import type { StorageUse } from '../../preload/model'
import { openImporterPage } from '../import/importer-page'
import type { PageFiles } from '../window-options'
import { createPacker, type Packer, type PackerOptions } from './packer'
import { createSounds, type Sounds, type SoundsOptions } from './sounds'
import { storageUse } from './usage'

export interface StorageSetup extends Omit<PackerOptions, 'library' | 'sounds' | 'openPage'> {
  readonly library: PackerOptions['library'] & SoundsOptions['library']
  readonly dataFolder: string
  readonly modelsFolder: string
  readonly files: PageFiles
}

export interface Storage {
  readonly sounds: Sounds
  readonly packer: Packer
  readonly use: () => Promise<Result<StorageUse>>
}

/** What becomes of the sound of meetings, each compressed and unpacked in a page of its own. */
export function setupStorage(setup: StorageSetup): Storage {
  const openPage = () => openImporterPage(setup.files)
  const sounds = createSounds({
    library: setup.library,
    openPage,
    onFree: () => packer.trigger(),
  })
  const packer: Packer = createPacker({ ...setup, sounds, openPage })
  const folders = { library: join(setup.dataFolder, 'library'), models: setup.modelsFolder }
  return { sounds, packer, use: () => storageUse(folders, packer.problem()) }
}
