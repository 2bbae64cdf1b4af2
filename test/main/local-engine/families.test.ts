import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Recogniser } from '../../../main/local-engine/decode-queue'
import { familyTraits, type EngineModel } from '../../../main/local-engine/families/family'
import {
  checkModel,
  languageFor,
  partsOf,
  recogniseFolder,
} from '../../../main/local-engine/families/recognise-folder'
import { loadRuntime } from '../../../main/local-engine/sherpa'
import { writeTransducer } from '../../models/transducer'
import { bursts } from '../../models/sounds'
import { unwrap } from '../../unwrap'

const scratch = () => mkdtempSync(join(tmpdir(), 'parley-family-'))
async function whole(model: EngineModel, hasTerms = false): Promise<Recogniser> {
  const recogniser = await loadRuntime().loadRecogniser(model, { language: 'de', hasTerms })
  if ('open' in recogniser) throw new Error('a streaming model')
  return recogniser
}
const names = (...text: string[]) => text.join(' ').split(' ')

describe('the files of a folder', () => {
  test.each([
    [
      'Parakeet',
      'encoder.int8.onnx decoder.int8.onnx joiner.int8.onnx tokens.txt test_wavs',
      { encoder: 'encoder.int8.onnx', joiner: 'joiner.int8.onnx', tokens: 'tokens.txt' },
    ],
    [
      'Whisper in two precisions',
      'turbo-encoder.onnx turbo-encoder.int8.onnx turbo-decoder.int8.onnx turbo-tokens.txt',
      { encoder: 'turbo-encoder.int8.onnx', tokens: 'turbo-tokens.txt' },
    ],
    ['SenseVoice', 'model.onnx model.int8.onnx tokens.txt', { model: 'model.int8.onnx' }],
    [
      'Moonshine',
      'encoder_model.ort decoder_model_merged.ort tokens.txt LICENSE',
      { encoder: 'encoder_model.ort', decoder: 'decoder_model_merged.ort' },
    ],
    [
      'Zipformer',
      'encoder-epoch-99-avg-1.int8.onnx decoder-epoch-99-avg-1.onnx joiner-epoch-99-avg-1.onnx tokens.txt',
      { decoder: 'decoder-epoch-99-avg-1.onnx' },
    ],
  ])('%s', (_name, list, expected) => {
    expect(partsOf(names(list))).toMatchObject(expected)
  })

  test('no family without tokens or without a graph', () => {
    expect(partsOf(['encoder.onnx', 'decoder.onnx'])).toBeNull()
    expect(partsOf(['tokens.txt', 'holiday.jpg'])).toBeNull()
  })
})

describe('a made transducer on the real runtime', () => {
  test('a folder of one’s own is recognised, loaded and heard, with its own times', async () => {
    const folder = writeTransducer(scratch())
    const model = unwrap(await recogniseFolder(folder))
    expect(model.family).toBe('nemo-transducer')
    const recogniser = await whole(model)
    expect(recogniser.timing).toBe('measured')
    const heard = await recogniser.decode(
      bursts([400, 1_200, 2_000, 2_800, 3_600, 4_400, 5_200], 6_000),
    )
    expect(heard.text).toBe('alpha beta gamma.')
    const words = heard.words ?? []
    expect(words.map(({ text }) => text)).toEqual(['alpha', 'beta', 'gamma.'])
    for (const [index, ms] of [400, 2_000, 3_600].entries()) {
      expect(Math.abs((words[index]?.startMs ?? -1) - ms)).toBeLessThanOrEqual(80)
      expect(words[index]?.confidence).toBeGreaterThan(0.5)
    }
  })

  test('nothing that is too short or too long reaches the runtime', async () => {
    const model = unwrap(await recogniseFolder(writeTransducer(scratch())))
    const recogniser = await whole(model)
    expect(await recogniser.decode(new Float32Array(0))).toMatchObject({ text: '' })
    expect(await recogniser.decode(new Float32Array(16))).toMatchObject({ text: '' })
    const limit = familyTraits[model.family].limitMs ?? 0
    await expect(recogniser.decode(new Float32Array((limit + 1) * 16))).rejects.toThrow('takes')
  })

  test('streaming is told from whole clips by the graph, not by the names', async () => {
    const folder = writeTransducer(scratch(), { streaming: true })
    expect(unwrap(await recogniseFolder(folder)).family).toBe('nemo-streaming')
  })
})

describe('files that would end the process are refused before it sees them', () => {
  const damage = async (harm: (folder: string) => void) => {
    const folder = writeTransducer(scratch())
    harm(folder)
    const found = await recogniseFolder(folder)
    return found.ok ? 'ok' : found.error.code
  }

  test('cut at any place', async () => {
    const whole = readFileSync(join(writeTransducer(scratch()), 'encoder.int8.onnx'))
    const folder = writeTransducer(scratch())
    const path = join(folder, 'encoder.int8.onnx')
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        writeFileSync(path, whole)
        truncateSync(path, length)
        const found = await recogniseFolder(folder)
        expect(found.ok).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  test('another kind, no graph, a wrong table of tokens, a missing file', async () => {
    expect(
      await damage((folder) =>
        writeFileSync(
          join(folder, 'encoder.int8.onnx'),
          readFileSync(join(folder, 'joiner.int8.onnx')),
        ),
      ),
    ).toBe('engine-model-damaged')
    expect(
      await damage((folder) => writeFileSync(join(folder, 'joiner.int8.onnx'), 'not onnx')),
    ).toBe('engine-model-damaged')
    expect(
      await damage((folder) => writeFileSync(join(folder, 'tokens.txt'), 'a 0\n<blk> 1\n')),
    ).toBe('engine-model-damaged')
    expect(await damage((folder) => rmSync(join(folder, 'tokens.txt')))).toBe(
      'engine-model-missing',
    )
  })

  test('a model that says that it is of another family', async () => {
    const model = unwrap(await recogniseFolder(writeTransducer(scratch())))
    const wrong: EngineModel = { ...model, family: 'nemo-streaming' }
    expect(await checkModel(wrong)).toMatchObject({
      ok: false,
      error: { code: 'engine-model-damaged' },
    })
  })
})

test('a language goes only to a model that takes it: an unknown one would end the process', () => {
  const model = (family: EngineModel['family']): EngineModel => ({
    wireName: 'x',
    family,
    folder: '/',
    files: {},
    languages: ['en', 'de'],
  })
  expect(languageFor(model('whisper'), 'de')).toBe('de')
  expect(languageFor(model('whisper'), 'xx')).toBe('')
  expect(languageFor(model('whisper'), null)).toBe('')
  expect(languageFor(model('nemo-transducer'), 'de')).toBe('')
})
