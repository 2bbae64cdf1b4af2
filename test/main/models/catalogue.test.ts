import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { installedModelIdSchema } from '../../../common/schemas'
import { catalogue } from '../../../main/models/catalogue'
import { installedModel, installedModels } from '../../../main/models/installed'

const sha256 = /^[0-9a-f]{64}$/

describe('the catalogue', () => {
  test('every download has a size, a hash and an https address of the release page', () => {
    for (const { id, downloads } of catalogue) {
      expect(installedModelIdSchema.safeParse(id).success).toBe(true)
      for (const { url, bytes, sha256: hash, unpacksTo } of downloads) {
        expect(url).toMatch(/^https:\/\/github\.com\/k2-fsa\/sherpa-onnx\/releases\/download\//)
        expect(hash).toMatch(sha256)
        expect(bytes).toBeGreaterThan(1_000_000)
        expect(unpacksTo === null).toBe(!url.endsWith('.tar.bz2'))
      }
    }
  })

  test('ids, addresses and hashes are different ones', () => {
    const downloads = catalogue.flatMap((model) => model.downloads)
    for (const values of [
      catalogue.map(({ id }) => id),
      downloads.map(({ url }) => url),
      downloads.map((download) => download.sha256),
    ]) {
      expect(new Set(values).size).toBe(values.length)
    }
  })

  test('what a family needs is among the files', () => {
    const needed = {
      moonshine: ['encoder', 'decoder', 'tokens'],
      'nemo-transducer': ['encoder', 'decoder', 'joiner', 'tokens'],
      whisper: ['encoder', 'decoder', 'tokens'],
      'sense-voice': ['model', 'tokens'],
      'zipformer-transducer': ['encoder', 'decoder', 'joiner', 'tokens'],
      'nemo-streaming': ['encoder', 'decoder', 'joiner', 'tokens'],
      'zipformer-streaming': ['encoder', 'decoder', 'joiner', 'tokens'],
      speakers: ['segmentation', 'embedding'],
    }
    for (const { family, files } of catalogue) {
      expect(files.map(({ role }) => role)).toEqual(expect.arrayContaining(needed[family]))
      for (const { sha256: hash } of files) if (hash !== null) expect(hash).toMatch(sha256)
    }
  })

  test('Whisper has its 99 languages', () => {
    const whisper = catalogue.find(({ id }) => id === 'whisper-small')
    expect(new Set(whisper?.languages).size).toBe(99)
  })
})

describe('installed models', () => {
  const manifest = (id: string, bytes: number) => ({
    id,
    name: 'Own',
    family: 'nemo-transducer',
    languages: ['en'],
    gives: { wordTimes: true, confidence: true, streaming: false, punctuation: true },
    files: [{ role: 'tokens', name: 'tokens.txt', bytes, sha256: 'a'.repeat(64) }],
    isOwn: true,
  })
  const place = (folder: string, id: string, content: object | string) => {
    mkdirSync(join(folder, id))
    writeFileSync(join(folder, id, 'tokens.txt'), 'abc')
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    writeFileSync(join(folder, id, 'model.json'), text)
  }

  test('a model counts only if its description and its sizes are right', () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-models-'))
    place(folder, 'good', manifest('good', 3))
    place(folder, 'short', manifest('short', 4))
    place(folder, 'renamed', manifest('another', 3))
    place(folder, 'damaged', '{')
    const outside = manifest('outside', 3)
    place(folder, 'outside', {
      ...outside,
      files: outside.files.map((file) => ({ ...file, name: '../good/tokens.txt' })),
    })
    mkdirSync(join(folder, '.incoming'))
    expect(installedModels(folder).map(({ id }) => id)).toEqual(['good'])
    expect(installedModel(folder, 'good')?.folder).toBe(join(folder, 'good'))
  })

  test('no folder, no models', () => {
    expect(installedModels(join(tmpdir(), 'parley-no-such-folder'))).toEqual([])
  })
})
