import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { likeness } from '../../../../common/people'
import {
  createVoiceEngine,
  type VoiceChild,
} from '../../../../main/local-engine/speakers/voice-engine'
import { createVoiceWorker } from '../../../../main/local-engine/speakers/voice-worker'
import { madeMeeting, writeSpeakerModels } from '../../../models/speakers'
import { unwrap } from '../../../unwrap'

afterEach(() => vi.useRealTimers())
const models = writeSpeakerModels(mkdtempSync(join(tmpdir(), 'parley-voice-engine-')))
const pcmOf = (voice: 0 | 1 | 2, lengthMs = 4_000) => {
  const sound = madeMeeting([{ voice, startMs: 0, endMs: lengthMs }], lengthMs)
  return new Uint8Array(Int16Array.from(sound, (value) => value * 32_767).buffer)
}

/** The engine over the worker of its process, without the process. */
function setUp({ answers = true } = {}) {
  const children: { end(code: number): void; killed: boolean }[] = []
  const engine = createVoiceEngine((): VoiceChild => {
    let heard: (message: unknown) => void = () => undefined
    let ended: (code: number) => void = () => undefined
    const receive = createVoiceWorker((message) => heard(message))
    const child = { killed: false, end: (code: number) => ended(code) }
    children.push(child)
    return {
      postMessage: (message) => void (answers && receive(message)),
      onMessage: (listener) => (heard = listener),
      onExit: (listener) => (ended = listener),
      kill: () => (child.killed = true),
    }
  })
  return { engine, children }
}

test('voices are described in the real runtime: the same alike, others not, a click not at all', async () => {
  const { engine, children } = setUp()
  const pieces = [pcmOf(0), pcmOf(0, 6_000), pcmOf(1), pcmOf(0, 200)]
  const [one, same, other, click] = unwrap(await engine.describe(pieces, models))
  expect(likeness(one ?? [], same ?? [])).toBeGreaterThan(0.9)
  expect(likeness(one ?? [], other ?? [])).toBeLessThan(0.5)
  expect(click).toBeNull()
  expect(children).toHaveLength(1)
})

test('files that are no models are refused, and the process goes on', async () => {
  const { engine } = setUp()
  const wrong = { segmentation: models.segmentation, embedding: models.segmentation }
  const refused = await engine.describe([pcmOf(0)], wrong)
  expect(refused).toMatchObject({ ok: false, error: { code: 'engine-model-damaged' } })
  expect((await engine.tellApart(pcmOf(0), { models, people: null })).ok).toBe(true)
})

test('a process that ends fails what was asked, and the next question starts another', async () => {
  const { engine, children } = setUp({ answers: false })
  const asked = engine.tellApart(pcmOf(0), { models, people: null })
  children[0]?.end(255)
  expect(await asked).toMatchObject({ ok: false, error: { code: 'engine-failed' } })
  const again = engine.describe([pcmOf(0)], models)
  expect(children).toHaveLength(2)
  engine.stop()
  expect(await again).toMatchObject({ ok: false, error: { code: 'engine-failed' } })
  expect(children[1]?.killed).toBe(true)
})

test('without a question for two minutes the process ends', async () => {
  vi.useFakeTimers()
  const { engine, children } = setUp()
  unwrap(await engine.describe([], models))
  vi.advanceTimersByTime(119_000)
  expect(children[0]?.killed).toBe(false)
  vi.advanceTimersByTime(2_000)
  expect(children[0]?.killed).toBe(true)
})
