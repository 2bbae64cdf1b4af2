import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ok } from '../../../common/errors'
import { adopt, install } from '../../../main/models/install'
import type { RunJob } from '../../../main/models/in-thread'
import type { CatalogueModel } from '../../../main/models/model'
import { createModelStore, type ModelStoreOptions } from '../../../main/models/store'
import { filesIn, fingerprint, packed, sha256, testFolder } from './archives'
import { nodeGet, startFileServer } from './file-server'

const encoder = randomBytes(300_000)
const single = randomBytes(120_000)
const source = filesIn({ 'fx/encoder.onnx': encoder, 'fx/tokens.txt': 'a 0\n' })
const archive = packed(source, ['fx'])

let server: Awaited<ReturnType<typeof startFileServer>>
let folder: string
let free: number | null
let model: CatalogueModel

const runJob: RunJob = ({ kind, job }) => (kind === 'install' ? install(job) : adopt(job))

beforeEach(async () => {
  server = await startFileServer({
    'fx.tar.bz2': readFileSync(archive),
    'single.onnx': single,
  })
  folder = join(testFolder(), 'models')
  free = 10_000_000_000
  model = {
    id: 'fx',
    name: 'Fixture',
    maker: 'Parley',
    family: 'nemo-transducer',
    languages: ['en'],
    gives: { wordTimes: true, confidence: true, streaming: false, punctuation: true },
    downloads: [
      { url: `${server.url}/fx.tar.bz2`, ...fingerprint(archive), unpacksTo: 2_000_000 },
      {
        url: `${server.url}/single.onnx`,
        bytes: single.length,
        sha256: sha256(single),
        unpacksTo: null,
      },
    ],
    files: [
      { role: 'encoder', name: 'encoder.onnx', bytes: encoder.length, sha256: sha256(encoder) },
      { role: 'tokens', name: 'tokens.txt', bytes: null, sha256: null },
      { role: 'joiner', name: 'single.onnx', bytes: null, sha256: null },
      { role: 'other', name: 'LICENSE', bytes: null, sha256: null },
    ],
    diskBytes: 500_000,
    memoryMb: null,
    wantsCores: null,
    licence: { name: 'MIT', texts: [] },
    source: 'https://example.org',
  }
})
afterEach(() => server.stop())

function createStore(options: Partial<ModelStoreOptions> = {}) {
  return createModelStore({
    folder,
    catalogue: [model],
    get: nodeGet,
    runJob,
    freeBytes: () => Promise.resolve(free),
    recognise: () =>
      Promise.resolve(
        ok({ family: 'whisper', languages: ['de'], files: { tokens: 'tokens.txt' } }),
      ),
    wait: (ms) => sleep(Math.min(ms, 5)),
    onChange: () => undefined,
    ...options,
  })
}
type Store = ReturnType<typeof createStore>

const rowOf = async (store: Store, id = 'fx') =>
  (await store.state()).models.find((row) => row.id === id)
const waitFor = (store: Store, stage: string) =>
  vi.waitFor(async () => expect((await rowOf(store))?.stage.stage).toBe(stage), {
    timeout: 20_000,
    interval: 10,
  })
const errorOf = async (store: Store) => (await rowOf(store))?.error?.code
const waitForError = (store: Store, code: string) =>
  vi.waitFor(async () => expect(await errorOf(store)).toBe(code), { timeout: 20_000, interval: 10 })
const download = (store: Store) => store.download('fx', '')

describe('a download', () => {
  test('nothing is asked before a person presses', async () => {
    expect((await rowOf(createStore()))?.stage).toEqual({ stage: 'absent' })
    expect(server.asked).toEqual([])
  })

  test('is installed when every part was checked: private files, and no rest', async () => {
    const store = createStore()
    expect(await download(store)).toEqual(ok(undefined))
    await waitFor(store, 'installed')
    expect(readdirSync(join(folder, 'fx')).sort()).toEqual([
      'encoder.onnx',
      'model.json',
      'single.onnx',
      'tokens.txt',
    ])
    for (const name of readdirSync(join(folder, 'fx'))) {
      expect(statSync(join(folder, 'fx', name)).mode & 0o077).toBe(0)
    }
    expect(statSync(join(folder, 'fx')).mode & 0o077).toBe(0)
    expect(existsSync(join(folder, '.incoming', 'fx'))).toBe(false)
    expect(store.usable('fx')).toMatchObject({
      family: 'nemo-transducer',
      folder: join(folder, 'fx'),
      files: [
        { role: 'encoder', sha256: sha256(encoder) },
        { role: 'tokens' },
        { role: 'joiner', sha256: sha256(single) },
      ],
    })
  })

  test('pause, another start of the app, and resume', async () => {
    server.behaviour.pauseMs = 10
    const first = createStore()
    await download(first)
    await vi.waitFor(async () => {
      const stage = (await rowOf(first))?.stage
      expect(stage?.stage === 'downloading' && stage.received > 30_000).toBe(true)
    }, 20_000)
    first.stop()
    await waitFor(first, 'paused')
    const second = createStore()
    const stage = (await rowOf(second))?.stage
    expect(stage?.stage === 'paused' && stage.received > 0).toBe(true)
    server.behaviour.pauseMs = 0
    await download(second)
    await waitFor(second, 'installed')
    expect(server.asked.some(({ range }) => range !== undefined)).toBe(true)
  })

  test('cancel deletes what has arrived', async () => {
    server.behaviour.pauseMs = 10
    const store = createStore()
    await download(store)
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(0), { timeout: 20_000 })
    await store.cancel('fx')
    expect((await rowOf(store))?.stage).toEqual({ stage: 'absent' })
    expect(existsSync(join(folder, '.incoming', 'fx'))).toBe(false)
  })

  test('from a mirror, by the same names', async () => {
    const [first, second] = model.downloads
    model = {
      ...model,
      downloads: [first, second].flatMap((part) =>
        part
          ? [{ ...part, url: part.url.replace(server.url, 'https://release.example/deep') }]
          : [],
      ),
    }
    const store = createStore()
    await store.download('fx', `${server.url}/`)
    await waitFor(store, 'installed')
  })

  test('without space nothing is fetched', async () => {
    free = 1_000_000
    const done = await download(createStore())
    expect(!done.ok && done.error.code).toBe('model-no-space')
    expect(server.asked).toEqual([])
  })

  test('with a wrong hash nothing of it is kept or loaded', async () => {
    const [first, ...others] = model.downloads
    if (first) model = { ...model, downloads: [{ ...first, sha256: 'f'.repeat(64) }, ...others] }
    const store = createStore()
    await download(store)
    await waitForError(store, 'model-wrong-hash')
    expect((await rowOf(store))?.stage).toEqual({ stage: 'absent' })
    expect(store.usable('fx')).toBeNull()
    expect(existsSync(join(folder, 'fx'))).toBe(false)
  })

  test('an archive without a file of the model is refused', async () => {
    model = {
      ...model,
      files: [...model.files, { role: 'decoder', name: 'decoder.onnx', bytes: null, sha256: null }],
    }
    const store = createStore()
    await download(store)
    await waitForError(store, 'model-archive-refused')
    expect(existsSync(join(folder, 'fx'))).toBe(false)
  })

  test('a network that fails pauses it with a sentence, and resume goes on', async () => {
    server.behaviour.cuts = [200_000, 0, 0, 0, 0, 0]
    const store = createStore()
    await download(store)
    await waitForError(store, 'model-cut')
    expect((await rowOf(store))?.stage.stage).toBe('paused')
    server.behaviour.cuts = []
    await download(store)
    await waitFor(store, 'installed')
    expect(await errorOf(store)).toBeUndefined()
  })
})

describe('without a network', () => {
  test('files that were downloaded elsewhere are checked, used, and left as they are', async () => {
    const elsewhere = filesIn({ 'renamed.bin': readFileSync(archive), 'b.onnx': single })
    const store = createStore()
    const paths = [join(elsewhere, 'b.onnx'), join(elsewhere, 'renamed.bin')]
    expect(await store.addFiles(paths)).toEqual(ok(undefined))
    await waitFor(store, 'installed')
    expect(readdirSync(elsewhere).sort()).toEqual(['b.onnx', 'renamed.bin'])
    expect(server.asked).toEqual([])
  })

  test('a file that only has the right length is refused', async () => {
    const bytes = readFileSync(archive)
    bytes[100] = (bytes[100] ?? 0) ^ 1
    const elsewhere = filesIn({ 'fx.tar.bz2': bytes, 'single.onnx': single })
    const store = createStore()
    await store.addFiles(['fx.tar.bz2', 'single.onnx'].map((name) => join(elsewhere, name)))
    await waitForError(store, 'model-wrong-hash')
  })

  test('one file of two, or another one, is none of the catalogue', async () => {
    const done = await createStore().addFiles([archive])
    expect(!done.ok && done.error.code).toBe('model-unknown-file')
  })

  test("a folder with a person's own model is copied and listed", async () => {
    const own = filesIn({ 'My Model/tokens.txt': 'a 0\n' })
    const store = createStore()
    expect(await store.addFolder(join(own, 'My Model'))).toEqual(ok({ id: 'own-my-model' }))
    const row = await rowOf(store, 'own-my-model')
    expect(row).toMatchObject({ name: 'My Model', source: null, stage: { stage: 'installed' } })
    expect(store.usable('own-my-model')).toMatchObject({ family: 'whisper', isOwn: true })
    await store.remove('own-my-model')
    expect(existsSync(join(own, 'My Model', 'tokens.txt'))).toBe(true)
    expect(await rowOf(store, 'own-my-model')).toBeUndefined()
  })
})

describe('an installed model', () => {
  async function installed() {
    const store = createStore()
    await download(store)
    await waitFor(store, 'installed')
    return store
  }

  test('is removed with all its files', async () => {
    const store = await installed()
    expect(await store.remove('fx')).toEqual(ok(undefined))
    expect(existsSync(join(folder, 'fx'))).toBe(false)
    expect((await rowOf(store))?.stage).toEqual({ stage: 'absent' })
  })

  test('that ends the engine twice is set aside, also after another start', async () => {
    const store = await installed()
    expect(store.crashed('fx')).toBe(false)
    expect(store.usable('fx')).not.toBeNull()
    expect(store.crashed('fx')).toBe(true)
    expect(store.usable('fx')).toBeNull()
    expect(await rowOf(store)).toMatchObject({
      stage: { stage: 'set-aside' },
      error: { code: 'model-set-aside' },
    })
    const later = createStore()
    expect(later.usable('fx')).toBeNull()
    later.tryAgain('fx')
    expect(later.usable('fx')).not.toBeNull()
  })

  test('is not used if a file of it has another length', async () => {
    const store = await installed()
    writeFileSync(join(folder, 'fx', 'tokens.txt'), 'a 0\nb 1\n')
    expect(store.usable('fx')).toBeNull()
  })
})
