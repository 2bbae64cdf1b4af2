import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { availableModels, speechModels, verifyModel } from '../../../main/local-engine/catalogue'
import { onDeviceModelSchema } from '../../../common/schemas'

const content = 'weights'
const part = {
  name: 'A model',
  folder: 'a-model',
  files: [
    {
      name: 'weights.onnx',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    },
  ],
}
let modelsDir: string
const write = (text: string) => writeFileSync(join(modelsDir, 'a-model', 'weights.onnx'), text)

beforeEach(() => {
  modelsDir = mkdtempSync(join(tmpdir(), 'parley-models-'))
  mkdirSync(join(modelsDir, 'a-model'))
})

test('complete files are accepted', async () => {
  write(content)
  expect(await verifyModel(modelsDir, part)).toMatchObject({ ok: true })
})

test('a missing file is reported by name', async () => {
  expect(await verifyModel(modelsDir, part)).toMatchObject({
    error: { code: 'engine-model-missing', detail: 'a-model/weights.onnx' },
  })
})

test.each([
  ['cut short', 'weigh'],
  ['changed in one byte', 'weightz'],
])('a file that is %s is damaged', async (_name, text) => {
  write(text)
  expect(await verifyModel(modelsDir, part)).toMatchObject({
    error: { code: 'engine-model-damaged' },
  })
})

test('each model of the settings is in the catalogue, and none exists by default', () => {
  expect(Object.keys(speechModels)).toEqual(onDeviceModelSchema.options)
  expect(availableModels(modelsDir)).toEqual([])
})
