import { cpSync, mkdtempSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { FromEngine } from '../../../main/local-engine/process-messages'
import { recogniseFolder } from '../../../main/local-engine/families/recognise-folder'
import { loadRuntime, type Runtime } from '../../../main/local-engine/sherpa'
import { bursts } from '../../models/sounds'
import { writeTransducer } from '../../models/transducer'
import { unwrap } from '../../unwrap'
import { createWorker, type Worker } from '../../../main/local-engine/worker'
import { connect } from './client'
import { countingRecogniser, saying, silence, sound, soundDetector } from './fakes'
import { haveModels, modelsDir } from './models'

const posted: FromEngine[] = []
let worker: Worker | null = null
afterEach(async () => {
  await worker?.close()
  posted.length = 0
})

const runtime: Runtime = {
  loadRecogniser: () => Promise.resolve(countingRecogniser),
  createDetector: soundDetector,
}

function start(loadRuntime: () => Runtime): Worker {
  worker = createWorker({ loadRuntime, post: (message) => posted.push(message), now: Date.now })
  return worker
}

const whenModels = test.runIf(haveModels)

test('no model: engine-model-missing, and no runtime is loaded for it', async () => {
  const load = vi.fn(() => runtime)
  const empty = mkdtempSync(join(tmpdir(), 'parley-models-'))
  await start(load).receive({
    type: 'load',
    modelsDir: empty,
    model: 'base',
    installed: null,
    language: null,
    hasTerms: false,
    port: 0,
  })
  expect(posted).toMatchObject([{ type: 'failed', code: 'engine-model-missing' }])
  expect(load).not.toHaveBeenCalled()
})

whenModels('a damaged file is found before it is loaded (needs the fetched models)', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'parley-models-'))
  cpSync(modelsDir, copy, { recursive: true, filter: (path) => !path.endsWith('moonshine-base') })
  truncateSync(join(copy, 'moonshine-tiny', 'encoder_model.onnx'), 1_000)
  await start(() => runtime).receive({
    type: 'load',
    modelsDir: copy,
    model: 'tiny',
    installed: null,
    language: null,
    hasTerms: false,
    port: 0,
  })
  expect(posted).toMatchObject([
    {
      type: 'failed',
      code: 'engine-model-damaged',
      detail: expect.stringContaining('moonshine-tiny/encoder_model.onnx'),
    },
  ])
})

whenModels(
  'a computer without the native library: engine-unsupported (needs the fetched models)',
  async () => {
    await start(() => {
      throw new Error('no such module')
    }).receive({
      type: 'load',
      modelsDir,
      model: 'tiny',
      installed: null,
      language: null,
      hasTerms: false,
      port: 0,
    })
    expect(posted).toMatchObject([{ type: 'failed', code: 'engine-unsupported' }])
  },
)

whenModels(
  'a slow computer goes over to tiny within the session (needs the fetched models)',
  { timeout: 30_000 },
  async () => {
    const slow: Runtime = {
      ...runtime,
      loadRecogniser: ({ wireName }) =>
        Promise.resolve(
          saying(async (samples) => {
            if (wireName === 'moonshine-base') {
              await new Promise((resolve) => setTimeout(resolve, samples.length / 32))
            }
            return wireName.slice('moonshine-'.length)
          }),
        ),
    }
    const engine = start(() => slow)
    await engine.receive({
      type: 'load',
      modelsDir,
      model: 'base',
      installed: null,
      language: null,
      hasTerms: false,
      port: 0,
    })
    const ready = posted.find((message) => message.type === 'ready')
    const token = 'a-token-that-is-long-enough-for-this'
    await engine.receive({ type: 'token', token, lifeMs: 60_000, maxSessionSeconds: 60, terms: [] })
    const client = connect(ready?.type === 'ready' ? ready.port : 0, { token })
    await client.waitFor('Begin')
    for (let count = 0; count < 6; count += 1) {
      for (const pcm of [sound(1_000), sound(1_000), silence(1_000)]) client.send(pcm)
    }
    await client.waitFor('Warning')
    expect(posted.findLast((message) => message.type === 'ready')).toMatchObject({
      model: 'tiny',
      fellBack: true,
    })
    for (const pcm of [sound(1_000), silence(1_000)]) client.send(pcm)
    client.send('{"type":"Terminate"}')
    await client.waitFor('Termination')
    const finals = client.heard.filter(({ message }) => message.end_of_turn)
    expect(finals).toHaveLength(7)
    expect(finals.at(-1)!.message.transcript).toBe('tiny')
  },
)

whenModels(
  'a load that fails leaves the loads after it whole (needs the fetched models)',
  async () => {
    let loads = 0
    const engine = start(() => ({
      ...runtime,
      loadRecogniser: (model, choices) => {
        loads += 1
        if (loads === 1) throw new Error('the first one fails')
        return runtime.loadRecogniser(model, choices)
      },
    }))
    // The port of a server that cannot listen at all rejects past every other check.
    await engine.receive({
      type: 'load',
      modelsDir,
      model: 'tiny',
      installed: null,
      language: null,
      hasTerms: false,
      port: 70_000,
    })
    expect(posted.at(-1)).toMatchObject({ type: 'failed', code: 'engine-failed' })
    await engine.receive({
      type: 'load',
      modelsDir,
      model: 'tiny',
      installed: null,
      language: null,
      hasTerms: false,
      port: 70_000,
    })
    expect(posted.at(-1)).toMatchObject({ type: 'failed', code: 'engine-failed' })
    await engine.receive({
      type: 'load',
      modelsDir,
      model: 'tiny',
      installed: null,
      language: null,
      hasTerms: false,
      port: 0,
    })
    expect(posted.at(-1)).toMatchObject({ type: 'ready', model: 'tiny' })
  },
)

whenModels(
  'a made transducer on the real runtime: its own times and confidence reach the client (needs the fetched models)',
  { timeout: 30_000 },
  async () => {
    const folder = writeTransducer(join(mkdtempSync(join(tmpdir(), 'parley-made-')), 'made-tdt'))
    const installed = unwrap(await recogniseFolder(folder))
    // Its first burst is heard wherever it is said to be: the voice detector is played.
    const real = loadRuntime()
    const engine = start(() => ({ ...real, createDetector: soundDetector }))
    const choices = { model: 'base', language: null, hasTerms: false, port: 0 } as const
    await engine.receive({ type: 'load', modelsDir, installed, ...choices })
    expect(posted.at(-1)).toMatchObject({ type: 'ready', installed: 'made-tdt' })
    const answer = posted.at(-1)
    const token = 'a-token-for-the-made-transducer-model'
    await engine.receive({ type: 'token', token, lifeMs: 60_000, maxSessionSeconds: 60, terms: [] })
    const port = answer?.type === 'ready' ? answer.port : 0
    const client = connect(port, { token, speech_model: 'made-tdt' })
    const begin = await client.waitFor('Begin')
    expect(begin.configuration).toMatchObject({ model: 'made-tdt', word_timing: 'measured' })
    const pcm = Int16Array.from(bursts([1_000, 1_300], 2_500), (value) => value * 32_767)
    for (let at = 0; at < pcm.length; at += 800) {
      client.send(new Uint8Array(pcm.slice(at, at + 800).buffer))
    }
    client.send('{"type":"Terminate"}')
    await client.waitFor('Termination')
    const words = client.heard.flatMap(({ message }) => (message.end_of_turn ? message.words : []))
    expect(words.map(({ text }) => text)).toEqual(['Alpha'])
    expect(Math.abs((words[0]?.start ?? 0) - 1_000)).toBeLessThanOrEqual(160)
    expect(words[0]?.confidence).toBeGreaterThan(0.5)
  },
)

whenModels(
  'a file that would end the process is refused, and the next load works (needs the fetched models)',
  async () => {
    const folder = writeTransducer(join(mkdtempSync(join(tmpdir(), 'parley-made-')), 'made-tdt'))
    const installed = unwrap(await recogniseFolder(folder))
    truncateSync(join(folder, 'decoder.int8.onnx'), 400)
    const engine = start(loadRuntime)
    const choices = { model: 'tiny', language: null, hasTerms: false, port: 0 } as const
    await engine.receive({ type: 'load', modelsDir, installed, ...choices })
    expect(posted.at(-1)).toMatchObject({ type: 'failed', code: 'engine-model-damaged' })
    await engine.receive({ type: 'load', modelsDir, installed: null, ...choices })
    expect(posted.at(-1)).toMatchObject({ type: 'ready', installed: null })
  },
)
