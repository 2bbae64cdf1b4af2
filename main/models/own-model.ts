import { basename } from 'node:path'
import type { InstalledFile, InstalledModel, ModelFamily, ModelGifts } from '../../common/model'
import { installedFileSchema } from '../../common/schemas'

const nothing: ModelGifts = {
  wordTimes: false,
  confidence: false,
  streaming: false,
  punctuation: false,
}
const transducer = { ...nothing, wordTimes: true, confidence: true }

/** What each family gives at least; whether a model writes punctuation, its files do not say. */
const gifts: Readonly<Record<ModelFamily, ModelGifts>> = {
  moonshine: nothing,
  whisper: nothing,
  'sense-voice': { ...nothing, wordTimes: true },
  'nemo-transducer': transducer,
  'zipformer-transducer': transducer,
  'nemo-streaming': { ...transducer, streaming: true },
  'zipformer-streaming': { ...transducer, streaming: true },
  speakers: nothing,
}

/** What the engine recognised in a folder. */
export interface Recognised {
  readonly family: ModelFamily
  readonly languages: readonly string[]
  /** The names of the files by what they are for. */
  readonly files: Readonly<Record<string, string>>
}

/** The description of a person's own model, without its files. */
export function describeOwn(
  folder: string,
  { family, languages }: Recognised,
): Omit<InstalledModel, 'files' | 'folder'> {
  const name = basename(folder).slice(0, 80) || 'Model'
  const slug = name.toLowerCase().replace(/[^a-z0-9.]+/g, '-')
  return {
    id: `own-${slug}`.slice(0, 60),
    name,
    family,
    languages: [...languages],
    gives: gifts[family],
    isOwn: true,
  }
}

/** The files to copy; null if one has a name that is no plain one. */
export function filesOfOwn({
  files,
}: Recognised): { role: InstalledFile['role']; name: string }[] | null {
  const { role, name } = installedFileSchema.shape
  const listed = Object.entries(files).map(([part, file]) => ({
    role: role.safeParse(part).data ?? ('other' as const),
    name: name.safeParse(file).data,
  }))
  return listed.every(
    (file): file is { role: InstalledFile['role']; name: string } => file.name !== undefined,
  )
    ? listed
    : null
}
