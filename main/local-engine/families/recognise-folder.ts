import { readdir, readFile, open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../../common/errors'
import { familyTraits, type Family, type EngineModel } from './family'
import { writingOf, type Writing } from './written-words'
import { readOnnxHeader, type OnnxHeader } from './onnx-header'

type Files = Readonly<Record<string, string>>

/** The parts of a model among the files of a folder; null if they belong to no family. */
export function partsOf(names: readonly string[]): Files | null {
  const models = names.filter((name) => /\.(onnx|ort)$/i.test(name))
  const tokens = names.find((name) => /(^|[-_.])tokens\.txt$/i.test(name))
  if (tokens === undefined) return null
  const part = (pattern: RegExp) => preferred(models.filter((name) => pattern.test(name)))
  const [encoder, decoder] = [part(/encoder/i), part(/decoder/i)]
  const joiner = part(/joiner/i)
  const bpe = names.find((name) => name === 'bpe.vocab')
  const extra = bpe === undefined ? {} : { bpe }
  if (encoder && decoder && joiner) return { encoder, decoder, joiner, tokens, ...extra }
  if (encoder && decoder) return { encoder, decoder, tokens }
  const model = part(/^model[.\w-]*\.onnx$/i)
  return model === undefined ? null : { model, tokens }
}

/** Of the same model in several precisions, int8 is the one for a processor. */
function preferred(names: readonly string[]): string | undefined {
  const sorted = [...names].sort((a, b) => a.localeCompare(b))
  return sorted.find((name) => /int8|quantized/i.test(name)) ?? sorted[0]
}

/**
 * Recognises a folder with a model of one's own by its files and by what they say about themselves.
 * Errors: engine-model-missing if the files belong to no family, engine-model-damaged if they do not
 * fit together.
 */
export async function recogniseFolder(folder: string): Promise<Result<EngineModel>> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (cause) {
    return fail('engine-model-missing', String(cause))
  }
  const files = partsOf(names)
  if (files === null) return fail('engine-model-missing', 'no files of a known family')
  const headers = await readHeaders(folder, files)
  if (!headers.ok) return headers
  const family = familyOf(headers.value)
  if (family === null) return fail('engine-model-damaged', 'the files are of no known family')
  const model: EngineModel = {
    wireName:
      basename(folder)
        .replace(/[^\w.-]/g, '-')
        .slice(0, 120) || 'model',
    family,
    folder,
    files,
    languages: languagesOf(family, headers.value),
  }
  const checked = await checkModel(model)
  return checked.ok ? ok(model) : checked
}

type Headers = ReadonlyMap<string, OnnxHeader | 'ort'>

/**
 * Checks that the files of a model are whole and that the runtime will find in them all that it asks
 * for. SECURITY: the runtime ends the process where a file lacks something. Errors:
 * engine-model-missing, engine-model-damaged.
 */
export async function checkModel(model: EngineModel): Promise<Result<void>> {
  const missing = familyTraits[model.family].files.filter((part) => !(part in model.files))
  if (missing.length > 0) return fail('engine-model-missing', missing.join(', '))
  const headers = await readHeaders(model.folder, model.files)
  if (!headers.ok) return headers
  if (familyOf(headers.value) !== model.family) {
    return fail('engine-model-damaged', `the files are not of the family ${model.family}`)
  }
  const lacks = lackingIn(model.family, headers.value)
  if (lacks !== null) return fail('engine-model-damaged', lacks)
  return checkTokens(model, headers.value)
}

async function readHeaders(folder: string, files: Files): Promise<Result<Headers>> {
  const headers = new Map<string, OnnxHeader | 'ort'>()
  for (const [part, name] of Object.entries(files)) {
    const path = join(folder, name)
    if (/\.ort$/i.test(name)) {
      if (!(await isOrtFile(path))) return fail('engine-model-damaged', `${name} is no ORT file`)
      headers.set(part, 'ort')
    } else if (/\.onnx$/i.test(name)) {
      const header = await readOnnxHeader(path)
      if (!header.ok) return fail(header.error.code, `${name}: ${header.error.detail ?? ''}`)
      headers.set(part, header.value)
    }
  }
  return ok(headers)
}

async function isOrtFile(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r')
    try {
      const start = Buffer.alloc(8)
      await file.read(start, 0, 8, 0)
      return start.toString('latin1', 4, 8) === 'ORTM'
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}

/** The family by what the files say; the names of the files do not tell streaming from whole clips. */
function familyOf(headers: Headers): Family | null {
  const [encoder, decoder] = [headers.get('encoder'), headers.get('decoder')]
  const [joiner, model] = [headers.get('joiner'), headers.get('model')]
  if (model && model !== 'ort') {
    return model.metadata.has('lfr_window_size') && model.inputs.length === 4 ? 'sense-voice' : null
  }
  if (!encoder || !decoder) return null
  if (!joiner) {
    if (encoder !== 'ort' && encoder.metadata.has('n_text_layer')) return 'whisper'
    return 'moonshine'
  }
  if (encoder === 'ort' || decoder === 'ort') return null
  if (decoder.outputs.length > 1) {
    return encoder.metadata.has('cache_last_channel_dim1') || encoder.inputs.length > 2
      ? 'nemo-streaming'
      : 'nemo-transducer'
  }
  return encoder.inputs.length > 2 ? 'zipformer-streaming' : 'zipformer-transducer'
}

const nemo = ['vocab_size', 'subsampling_factor', 'pred_rnn_layers', 'pred_hidden']
const caches = ['channel', 'time'].flatMap((kind) =>
  [1, 2, 3].map((index) => `cache_last_${kind}_dim${index}`),
)
const zipformer = ['encoder_dims', 'num_encoder_layers', 'cnn_module_kernels', 'left_context_len']
const firstZipformer = ['attention_dims']
const secondZipformer = ['query_head_dims', 'value_head_dims', 'num_heads']

/** What the runtime reads from the metadata of each part, from its source. */
const asked: Readonly<Record<Family, Readonly<Record<string, readonly string[]>>>> = {
  moonshine: {},
  'nemo-transducer': { encoder: nemo },
  'nemo-streaming': { encoder: [...nemo, 'window_size', 'chunk_shift', ...caches] },
  'zipformer-transducer': { decoder: ['vocab_size', 'context_size'] },
  'zipformer-streaming': {
    encoder: ['model_type', ...zipformer, 'T', 'decode_chunk_len'],
    decoder: ['vocab_size', 'context_size'],
  },
  whisper: {
    encoder: [
      ...['n_mels', 'n_text_layer', 'n_text_ctx', 'n_text_state', 'n_vocab', 'sot', 'eot'],
      ...['blank_id', 'translate', 'transcribe', 'is_multilingual', 'no_timestamps', 'no_speech'],
      'sot_sequence',
    ],
  },
  'sense-voice': {
    model: [
      ...['vocab_size', 'lfr_window_size', 'lfr_window_shift', 'normalize_samples', 'with_itn'],
      ...['without_itn', 'lang_auto', 'lang_zh', 'lang_en', 'lang_ja', 'lang_ko', 'lang_yue'],
      ...['neg_mean', 'inv_stddev'],
    ],
  },
}

/** These are lists of numbers; all others but the model's type are one number from 0 on. */
const numberLists = new Set([
  ...['neg_mean', 'inv_stddev', 'sot_sequence'],
  ...[...zipformer, ...firstZipformer, ...secondZipformer],
])

function lackingIn(family: Family, headers: Headers): string | null {
  const shape = wrongShape(headers)
  if (shape !== null) return shape
  for (const [part, always] of Object.entries(asked[family])) {
    const header = headers.get(part)
    if (header === undefined || header === 'ort') return `${part} is of another kind`
    const kind = header.metadata.get('model_type') ?? ''
    const keys = family === 'zipformer-streaming' && part === 'encoder' ? zipformerKeys(kind) : []
    if (keys === null) return `${part} is a ${kind}`
    for (const key of [...always, ...keys]) {
      const value = header.metadata.get(key) ?? ''
      if (value === '') return `${part} lacks ${key}`
      if (!isValid(key, value)) return `${part} has a wrong ${key}`
    }
  }
  return null
}

function isValid(key: string, value: string): boolean {
  if (key === 'model_type') return true
  if (!numberLists.has(key)) return /^\d{1,9}$/.test(value)
  return value.split(',').every((one) => Number.isFinite(Number(one)))
}

/** The two generations of streaming Zipformers differ in what the runtime asks of them. */
function zipformerKeys(kind: string): readonly string[] | null {
  if (kind === 'zipformer2') return secondZipformer
  return kind === 'zipformer' ? firstZipformer : null
}

/** The number of inputs that each part of a transducer has at least. */
function wrongShape(headers: Headers): string | null {
  const joiner = headers.get('joiner')
  if (joiner === undefined) return null
  for (const [part, header] of headers) {
    if (header === 'ort') return `${part} is of another kind`
    const least = part === 'decoder' ? 1 : 2
    if (header.inputs.length < least || header.outputs.length === 0) return `${part} has no inputs`
  }
  return null
}

/** A table of tokens that does not fit ends the process, too. */
async function checkTokens(model: EngineModel, headers: Headers): Promise<Result<void>> {
  const name = model.files['tokens'] ?? ''
  let text: string
  try {
    text = await readFile(join(model.folder, name), 'utf8')
  } catch (cause) {
    return fail('engine-model-missing', String(cause))
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const bad = lines.findIndex((line) => !/^\s*(\S+\s+)?\d+\s*$/.test(line))
  if (lines.length === 0 || bad >= 0) {
    return fail('engine-model-damaged', `${name} has no token in line ${bad + 1}`)
  }
  if (!model.family.startsWith('nemo')) return ok(undefined)
  const encoder = headers.get('encoder')
  if (!encoder || encoder === 'ort') return fail('engine-model-damaged', 'the encoder is no ONNX')
  const expected = Number(encoder.metadata.get('vocab_size')) + 1
  const distinct = new Set(lines.map((line) => line.trim().split(/\s+/)[0]))
  const blank = lines.find((line) => line.startsWith('<blk> '))
  if (distinct.size !== expected || Number(blank?.split(/\s+/)[1]) !== expected - 1) {
    return fail('engine-model-damaged', `${name} does not belong to this model`)
  }
  return ok(undefined)
}

/** Which marks and capitals the model writes. Only the tables of transducers are plain text. */
export async function readWriting(model: EngineModel): Promise<Writing> {
  if (!familyTraits[model.family].files.includes('joiner')) return { marks: true, capitals: true }
  return writingOf(await readTokens(model))
}

/** A model's table of tokens. */
export function readTokens(model: EngineModel): Promise<string> {
  return readFile(join(model.folder, model.files['tokens'] ?? ''), 'utf8')
}

/** The languages that the files name; empty where they name none. */
function languagesOf(family: Family, headers: Headers): string[] {
  if (family === 'sense-voice') return ['zh', 'en', 'ja', 'ko', 'yue']
  const encoder = headers.get('encoder')
  if (family !== 'whisper' || !encoder || encoder === 'ort') return []
  if (encoder.metadata.get('is_multilingual') === '0') return ['en']
  return (encoder.metadata.get('all_language_codes') ?? '').split(',').filter((code) => code !== '')
}

/**
 * The language as the model takes it: the empty text where it finds the language itself.
 * SECURITY: Whisper ends the process for a code that it does not know.
 */
export function languageFor(model: EngineModel, wanted: string | null): string {
  if (wanted === null || familyTraits[model.family].language === 'found') return ''
  // Streaming models find the language of a code that they do not know.
  const isKnown = model.languages.includes(wanted) || model.family === 'nemo-streaming'
  return isKnown ? wanted : ''
}
