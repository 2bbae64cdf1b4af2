import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  createEngine,
  type Engine,
  type EngineChild,
  type GrantRequest,
} from '../../../main/local-engine/engine'
import type { EngineModel } from '../../../main/local-engine/families/family'
import type { FromEngine, ToEngine } from '../../../main/local-engine/process-messages'
import type { EngineState } from '../../../common/model'

/** The process as main sees it, played by the test. */
class FakeChild implements EngineChild {
  readonly sent: ToEngine[] = []
  killed = false
  private listener: (message: unknown) => void = () => {}
  private exit: (code: number) => void = () => {}
  postMessage(message: ToEngine): void {
    this.sent.push(message)
  }
  onMessage(listener: (message: unknown) => void): void {
    this.listener = listener
  }
  onExit(listener: (code: number) => void): void {
    this.exit = listener
  }
  kill(): void {
    this.killed = true
  }
  says(message: FromEngine): void {
    this.listener(message)
  }
  crashes(code = 134): void {
    this.exit(code)
  }
}

let children: FakeChild[]
let states: EngineState[]
let engine: Engine
let moves: number
const request: GrantRequest = {
  source: 'microphone',
  filterProfanity: true,
  terms: ['Parley'],
}
const ready = (model: 'base' | 'tiny' = 'base', fellBack = false): FromEngine => ({
  type: 'ready',
  port: 4321,
  model,
  installed: null,
  fellBack,
})
let installed: EngineModel | null = null
const crashed: string[] = []
const parakeet: EngineModel = {
  wireName: 'parakeet',
  family: 'nemo-transducer',
  folder: '/models/parakeet',
  files: {},
  languages: ['en'],
}
const child = () => children.at(-1)!

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  children = []
  states = []
  moves = 0
  installed = null
  crashed.length = 0
  const log = () => {}
  let seed = 0
  engine = createEngine({
    modelsDir: mkdtempSync(join(tmpdir(), 'parley-models-')),
    model: 'base',
    installed: () => installed,
    language: () => 'de',
    hasTerms: () => false,
    onModelCrashed: (name) => crashed.push(name),
    port: 4321,
    onMoved: () => (moves += 1),
    fork: () => {
      const forked = new FakeChild()
      children.push(forked)
      return forked
    },
    onState: (state) => states.push(state),
    now: Date.now,
    random: (bytes) => new Uint8Array(bytes).fill((seed += 1)),
    log: { info: log, warn: log, error: log },
  })
})
afterEach(() => {
  engine.stop()
  vi.useRealTimers()
})

test('nothing runs before it is started; then it loads and is ready', () => {
  expect(children).toHaveLength(0)
  expect(engine.state()).toMatchObject({ state: 'stopped', model: 'base', available: [] })
  engine.start()
  expect(child().sent[0]).toMatchObject({ type: 'load', model: 'base' })
  child().says(ready())
  expect(states.map((state) => state.state)).toEqual(['loading', 'ready'])
})

test('a grant: the process gets the token before the recorder', async () => {
  engine.start()
  child().says(ready())
  const grant = await engine.grant(request)
  if (!grant.ok) throw new Error(grant.error.code)
  expect(child().sent[1]).toEqual({
    type: 'token',
    token: grant.value.token,
    lifeMs: 60_000,
    maxSessionSeconds: 10_800,
    terms: ['Parley'],
  })
  expect(grant.value.url).toBe(
    'ws://127.0.0.1:4321/v3/ws?sample_rate=16000&encoding=pcm_s16le&speech_model=moonshine-base&session_heartbeat=true&filter_profanity=true',
  )
  expect(grant.value.model).toBe('moonshine-base')
  expect(grant.value.token).toMatch(/^[\w-]{43}$/)
})

test('each grant has its own token', async () => {
  engine.start()
  child().says(ready())
  const tokens = new Set<string>()
  for (let count = 0; count < 3; count += 1) {
    const grant = await engine.grant(request)
    if (grant.ok) tokens.add(grant.value.token)
  }
  expect(tokens.size).toBe(3)
})

test('a grant waits while the model loads, and starts an engine that was not started', async () => {
  const grant = engine.grant(request)
  expect(children).toHaveLength(1)
  child().says(ready())
  expect((await grant).ok).toBe(true)
})

test('a grant does not wait forever', async () => {
  const grant = engine.grant(request)
  await vi.advanceTimersByTimeAsync(9_000)
  expect(await grant).toMatchObject({ ok: false, error: { code: 'engine-failed' } })
})

test.each(['engine-model-missing', 'engine-model-damaged', 'engine-unsupported'] as const)(
  '%s is reported, and tried again only on request',
  async (code) => {
    engine.start()
    child().says({ type: 'failed', code, detail: 'which file' })
    expect(engine.state()).toMatchObject({ state: 'failed', error: { code, detail: 'which file' } })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(child().sent).toHaveLength(1)
    const grant = engine.grant(request)
    expect(child().sent).toHaveLength(2)
    child().says({ type: 'failed', code, detail: 'which file' })
    expect(await grant).toMatchObject({ ok: false, error: { code } })
  },
)

test('after a crash, which is reported, a new process gets new tokens', async () => {
  engine.start()
  child().says(ready())
  child().crashes()
  expect(engine.state()).toMatchObject({ state: 'failed', error: { code: 'engine-failed' } })
  await vi.advanceTimersByTimeAsync(250)
  expect(children).toHaveLength(2)
  child().says({ ...ready(), port: 5555 } as FromEngine)
  expect(engine.state()).toMatchObject({ state: 'ready', error: null })
  const grant = await engine.grant(request)
  expect(grant.ok && grant.value.url).toContain(':5555/')
})

test('a grant right after a crash starts it again immediately', async () => {
  engine.start()
  child().says(ready())
  child().crashes()
  const grant = engine.grant(request)
  expect(children).toHaveLength(2)
  child().says(ready())
  expect((await grant).ok).toBe(true)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(children).toHaveLength(2)
})

test('an engine that crashes again and again is not started any more', async () => {
  engine.start()
  for (let count = 0; count < 4; count += 1) {
    child().crashes()
    await vi.advanceTimersByTimeAsync(5_000)
  }
  await vi.advanceTimersByTimeAsync(120_000)
  expect(children).toHaveLength(4)
  expect(engine.state()).toMatchObject({ state: 'failed', error: { code: 'engine-failed' } })
})

test('another model: an answer for the previous one does not count', () => {
  engine.start()
  engine.setModel('tiny')
  expect(child().sent.at(-1)).toMatchObject({ type: 'load', model: 'tiny' })
  child().says(ready('base'))
  expect(engine.state()).toMatchObject({ state: 'loading', model: 'tiny' })
  child().says(ready('tiny'))
  expect(engine.state()).toMatchObject({ state: 'ready', model: 'tiny' })
  expect(children).toHaveLength(1)
})

test('the same model again changes nothing', () => {
  engine.start()
  child().says(ready())
  engine.setModel('base')
  expect(child().sent).toHaveLength(1)
})

test('if the engine changed to the light model, the state and the grants say so', async () => {
  engine.start()
  child().says(ready())
  child().says(ready('tiny', true))
  expect(engine.state()).toMatchObject({ state: 'ready', model: 'tiny' })
  const grant = await engine.grant(request)
  expect(grant.ok && grant.value.model).toBe('moonshine-tiny')
})

test('the load and the delay are passed on', () => {
  engine.start()
  child().says(ready())
  child().says({ type: 'load', load: 0.31, delayMs: 900 })
  expect(engine.state()).toMatchObject({ load: 0.31, delayMs: 900 })
})

const tenMinutes = 600_000

test('without work it ends after ten minutes, and starts again when it is needed', async () => {
  engine.start()
  child().says(ready())
  await vi.advanceTimersByTimeAsync(tenMinutes - 1)
  expect(child().killed).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(child().killed).toBe(true)
  expect(engine.state()).toMatchObject({ state: 'stopped', error: null })
  const grant = engine.grant(request)
  expect(children).toHaveLength(2)
  child().says(ready())
  expect((await grant).ok).toBe(true)
})

test('it does not end while sessions are sent sound, nor while it transcribes', async () => {
  engine.start()
  child().says(ready())
  for (let minute = 0; minute < 30; minute += 1) {
    await vi.advanceTimersByTimeAsync(60_000)
    child().says({ type: 'load', load: 0.1, delayMs: null })
  }
  const signal = new AbortController().signal
  const long = engine.transcribe(sound, { signal, filterProfanity: true, terms: [] })
  await vi.advanceTimersByTimeAsync(2 * tenMinutes)
  expect(child().killed).toBe(false)
  child().says({ type: 'transcribed', id: 1, words: [word], ...facts })
  expect((await long).ok).toBe(true)
  await vi.advanceTimersByTimeAsync(tenMinutes)
  expect(child().killed).toBe(true)
})

test('stop ends the process and starts no other', async () => {
  engine.start()
  const stopped = child()
  engine.stop()
  stopped.crashes(0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(stopped.killed).toBe(true)
  expect(children).toHaveLength(1)
  expect(engine.state().state).toBe('stopped')
})

const sound = new Uint8Array(32_000)
const word = { text: 'ask', startMs: 10, endMs: 200, confidence: 0.9 }
const facts = { timing: 'measured', language: 'en' } as const

test('transcribe: waits for the model, and returns the words of its own answer', async () => {
  const life = new AbortController()
  const first = engine.transcribe(sound, { signal: life.signal, filterProfanity: true, terms: [] })
  const second = engine.transcribe(sound, {
    signal: life.signal,
    filterProfanity: false,
    terms: [],
  })
  child().says(ready())
  await vi.advanceTimersByTimeAsync(0)
  const asked = child().sent.filter((message) => message.type === 'transcribe')
  expect(asked.map(({ filterProfanity }) => filterProfanity)).toEqual([true, false])
  child().says({ type: 'not-transcribed', id: asked[1]!.id, detail: 'out of memory' })
  child().says({ type: 'transcribed', id: asked[0]!.id, words: [word], ...facts })
  expect(await first).toMatchObject({
    ok: true,
    value: { channels: [[{ ...word, speaker: null }]], ...facts },
  })
  expect(await second).toMatchObject({ ok: false, error: { code: 'engine-failed' } })
})

test('transcribe: a signal, a crash and a stop each end it', async () => {
  const life = new AbortController()
  const ask = () =>
    engine.transcribe(sound, { signal: life.signal, filterProfanity: true, terms: [] })
  engine.start()
  child().says(ready())
  const crashed = ask()
  await vi.advanceTimersByTimeAsync(0)
  child().crashes()
  expect(await crashed).toMatchObject({ ok: false, error: { code: 'engine-failed' } })

  await vi.advanceTimersByTimeAsync(1_000)
  child().says(ready())
  const cancelled = ask()
  await vi.advanceTimersByTimeAsync(0)
  life.abort()
  expect(await cancelled).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(child().sent.at(-1)).toMatchObject({ type: 'cancel' })

  const signal = new AbortController().signal
  const stopped = engine.transcribe(sound, { signal, filterProfanity: true, terms: [] })
  await vi.advanceTimersByTimeAsync(0)
  engine.stop()
  expect(await stopped).toMatchObject({ ok: false, error: { code: 'engine-failed' } })
})

test('it listens on the same port after a crash, and says if it cannot', () => {
  engine.start()
  expect(child().sent[0]).toMatchObject({ type: 'load', port: 4321 })
  child().says(ready())
  child().crashes()
  vi.advanceTimersByTime(1_000)
  expect(child().sent[0]).toMatchObject({ type: 'load', port: 4321 })
  child().says(ready())
  expect({ port: engine.port(), moves }).toEqual({ port: 4321, moves: 0 })
  // Another program has taken it meanwhile.
  child().crashes()
  vi.advanceTimersByTime(1_000)
  child().says({ type: 'ready', port: 5432, model: 'base', installed: null, fellBack: false })
  expect({ port: engine.port(), moves }).toEqual({ port: 5432, moves: 1 })
})

test('an installed model: loaded with the language, granted by its name, and named when it crashes', async () => {
  installed = parakeet
  engine.start()
  expect(child().sent[0]).toMatchObject({ type: 'load', installed: parakeet, language: 'de' })
  child().says({ type: 'ready', port: 4321, model: 'base', installed: 'parakeet', fellBack: false })
  expect(engine.state()).toMatchObject({ state: 'ready', installed: 'parakeet' })
  const grant = await engine.grant(request)
  expect(grant).toMatchObject({ ok: true, value: { model: 'parakeet' } })
  child().crashes()
  expect(crashed).toEqual(['parakeet'])
  // It was set aside: the next process loads Moonshine.
  installed = null
  vi.advanceTimersByTime(1_000)
  expect(child().sent[0]).toMatchObject({ type: 'load', installed: null, model: 'base' })
  child().crashes()
  expect(crashed).toEqual(['parakeet'])
})

test('another installed model is loaded while the engine runs, and not while it is stopped', () => {
  engine.reload()
  expect(children).toEqual([])
  engine.start()
  child().says(ready())
  installed = parakeet
  engine.reload()
  expect(child().sent.at(-1)).toMatchObject({ type: 'load', installed: parakeet })
  // The answer to the load before it does not count.
  child().says(ready())
  expect(engine.state().state).toBe('loading')
})
