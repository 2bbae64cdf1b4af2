import { expect, test } from 'vitest'
import { createDecodeQueue, type Recogniser } from '../../../main/local-engine/decode-queue'
import type { FromEngine, ToEngine } from '../../../main/local-engine/process-messages'
import { loadRuntime } from '../../../main/local-engine/sherpa'
import { createBackgroundTranscriber } from '../../../main/local-engine/background-transcriber'
import { createWorker } from '../../../main/local-engine/worker'
import { wordErrorRate } from '../../speech/word-error-rate'
import { saying, silence, sound, soundDetector } from './fakes'
import { haveModels, modelsDir, realSpeech } from './models'

type Request = Extract<ToEngine, { type: 'transcribe' }>
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
/** Two words for each segment, in the order in which they are decoded. */
function naming(): Recogniser & { readonly decoded: number } {
  let decoded = 0
  const recogniser = saying(async () => {
    decoded += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
    return `a${decoded} b${decoded}`
  })
  return {
    ...recogniser,
    get decoded() {
      return decoded
    },
  }
}

function setUp(recogniser: Recogniser = naming()) {
  const posted: FromEngine[] = []
  const queue = createDecodeQueue({ now: Date.now, onDecoded: () => {} })
  const transcriber = createBackgroundTranscriber({
    queue,
    model: () => ({ recogniser, detector: soundDetector() }),
    post: (message) => posted.push(message),
    now: Date.now,
  })
  return { posted, queue, transcriber }
}

test('every segment becomes words at its place, also the last one', async () => {
  const { posted, transcriber } = setUp()
  const pcm = join(sound(1_000), silence(2_000), sound(1_000), silence(1_500), sound(600))
  await transcriber.transcribe({
    type: 'transcribe',
    id: 1,
    pcm,
    filterProfanity: false,
    terms: [],
  })
  expect(posted).toHaveLength(1)
  const [answer] = posted
  if (answer?.type !== 'transcribed') throw new Error(JSON.stringify(answer))
  expect(answer.words.map(({ text }) => text)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3'])
  const starts = answer.words.map(({ startMs }) => startMs)
  for (const [index, ms] of [0, 3_000, 5_500].entries()) {
    expect(Math.abs((starts[index * 2] ?? -1) - ms)).toBeLessThan(100)
  }
  expect(Math.max(...answer.words.map(({ endMs }) => endMs))).toBeLessThanOrEqual(6_100)
})

test('a live decode comes before everything that waits', async () => {
  const order: string[] = []
  const recogniser = saying(async (samples) => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    order.push(samples.length === 1 ? 'live' : 'background')
    return 'x'
  })
  const { queue, transcriber } = setUp(recogniser)
  const parts = Array.from({ length: 6 }, () => [sound(500), silence(1_000)]).flat()
  const done = transcriber.transcribe({
    type: 'transcribe',
    id: 1,
    pcm: join(...parts),
    filterProfanity: false,
    terms: [],
  })
  while (queue.waiting() === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  const before = order.length
  await queue.add('partial', new Float32Array(1), recogniser).heard
  // Only the one that was already being decoded.
  expect(order.indexOf('live') - before).toBeLessThanOrEqual(1)
  await done
  expect(order).toHaveLength(7)
})

test('when it is cancelled, it stops decoding and reports nothing', async () => {
  const recogniser = naming()
  const { posted, transcriber } = setUp(recogniser)
  const parts = Array.from({ length: 20 }, () => [sound(500), silence(1_000)]).flat()
  const request: Request = {
    type: 'transcribe',
    id: 1,
    pcm: join(...parts),
    filterProfanity: false,
    terms: [],
  }
  const done = transcriber.transcribe(request)
  while (recogniser.decoded < 2) await new Promise((resolve) => setTimeout(resolve, 1))
  transcriber.cancel(1)
  await done
  expect(recogniser.decoded).toBeLessThan(6)
  expect(posted).toEqual([])
})

test('a failed decoder is reported, and so is a missing model', async () => {
  const broken = saying(() => Promise.reject(new Error('out of memory')))
  const { posted, transcriber } = setUp(broken)
  const request: Request = {
    type: 'transcribe',
    id: 4,
    pcm: sound(2_000),
    filterProfanity: false,
    terms: [],
  }
  await transcriber.transcribe(request)
  expect(posted).toEqual([{ type: 'not-transcribed', id: 4, detail: 'out of memory' }])
  const none: FromEngine[] = []
  await createBackgroundTranscriber({
    queue: createDecodeQueue({ now: Date.now, onDecoded: () => {} }),
    model: () => null,
    post: (message) => none.push(message),
    now: Date.now,
  }).transcribe(request)
  expect(none).toMatchObject([{ type: 'not-transcribed', id: 4 }])
})

test.runIf(haveModels)(
  'real speech (needs the fetched models): the words, faster than it was said',
  { timeout: 60_000 },
  async () => {
    const posted: FromEngine[] = []
    const worker = createWorker({
      loadRuntime,
      post: (message) => posted.push(message),
      now: Date.now,
    })
    try {
      await worker.receive({
        type: 'load',
        modelsDir,
        model: 'base',
        installed: null,
        language: null,
        hasTerms: false,
        port: 0,
      })
      const { pcm, text } = realSpeech()
      const startedAt = performance.now()
      await worker.receive({ type: 'transcribe', id: 9, pcm, filterProfanity: true, terms: [] })
      const tookMs = performance.now() - startedAt
      const answer = posted.find((message) => message.type === 'transcribed')
      if (answer?.type !== 'transcribed') throw new Error(JSON.stringify(posted))
      const words = answer.words
      expect(wordErrorRate(text, words.map((word) => word.text).join(' '))).toBeLessThanOrEqual(
        0.05,
      )
      expect(tookMs).toBeLessThan(pcm.length / 32)
      // "ask" is alone after a pause, from 3.3 s on.
      const ask = words.find((word) => word.text.toLowerCase().startsWith('ask'))
      expect(ask?.startMs).toBeGreaterThan(3_000)
      expect(ask?.startMs).toBeLessThan(3_700)
    } finally {
      await worker.close()
    }
  },
)
