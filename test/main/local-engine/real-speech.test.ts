import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FromEngine } from '../../../main/local-engine/process-messages'
import { loadRuntime } from '../../../main/local-engine/sherpa'
import { createWorker, type Worker } from '../../../main/local-engine/worker'
import { wordErrorRate } from '../../speech/word-error-rate'
import { connect, streamInRealTime, type Heard } from './client'
import { haveModels, modelsDir, realSpeech } from './models'

/*
 * The whole engine except its process: real model, real voice detector, real socket, real time. Runs
 * if set-up has fetched the models (`npm test` does). It checks limits, not exact texts, because the
 * arithmetic of the models differs between processors.
 */
const whenModels = test.runIf(haveModels)
let worker: Worker
const posted: FromEngine[] = []
let tokens = 0

beforeAll(async () => {
  worker = createWorker({
    loadRuntime,
    post: (message) => posted.push(message),
    now: Date.now,
  })
  if (haveModels)
    await worker.receive({
      type: 'load',
      modelsDir,
      model: 'base',
      installed: null,
      language: null,
      hasTerms: false,
      port: 0,
    })
}, 60_000)
afterAll(() => worker.close())

async function transcribe(pcm: Uint8Array, model: string) {
  const ready = posted.findLast((message) => message.type === 'ready')
  if (ready?.type !== 'ready') throw new Error(JSON.stringify(posted))
  const token = `a-token-of-the-tests-of-real-speech-${(tokens += 1)}`
  await worker.receive({ type: 'token', token, lifeMs: 60_000, maxSessionSeconds: 60, terms: [] })
  const client = connect(ready.port, { token, speech_model: model, session_heartbeat: 'true' })
  const begin = await client.waitFor('Begin')
  expect(begin.configuration['model']).toBe(model)
  const startedAt = await streamInRealTime(client, pcm)
  client.send('{"type":"Terminate"}')
  const termination = await client.waitFor('Termination')
  expect((await client.closed).code).toBe(1000)
  const turns = client.heard.filter(({ message }) => message.type === 'Turn')
  const finals = turns.filter(({ message }) => message.end_of_turn)
  return { client, startedAt, termination, turns, finals }
}

const textOf = (finals: readonly Heard[]) =>
  finals.map(({ message }) => message.transcript).join(' ')
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

whenModels(
  'real speech in real time (needs the fetched models): the words, soon, and every one final',
  { timeout: 60_000 },
  async () => {
    const { pcm, text } = realSpeech()
    const { client, startedAt, termination, turns, finals } = await transcribe(
      pcm,
      'moonshine-base',
    )
    expect(wordErrorRate(text, textOf(finals))).toBeLessThanOrEqual(0.03)

    // Delays as a reader sees them, including the half second of silence that ends a turn.
    const firsts = finals.map(({ message }) => {
      const first = turns.find((turn) => turn.message.turn_order === message.turn_order)!
      return first.at - startedAt - message.words[0]!.start
    })
    const ends = finals.map(({ at, message }) => at - startedAt - message.words.at(-1)!.end)
    expect(median(firsts)).toBeLessThanOrEqual(1_500)
    expect(median(ends)).toBeLessThanOrEqual(2_000)

    expect(turns.length).toBeGreaterThan(finals.length)
    expect(finals.map(({ message }) => message.turn_order)).toEqual(finals.map((_, i) => i))
    expect(client.heard.some(({ message }) => message.type === 'Heartbeat')).toBe(true)
    expect(termination.audio_duration_seconds).toBe(11)

    const words = finals.flatMap(({ message }) => message.words)
    for (const [index, word] of words.entries()) {
      expect(word.start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 0)
      expect(word.end).toBeLessThanOrEqual(11_050)
    }
    // "ask" is alone after a pause, from 3.3 s on.
    const ask = words.find((word) => word.text.toLowerCase().startsWith('ask'))
    expect(ask?.start).toBeGreaterThan(3_000)
    expect(ask?.start).toBeLessThan(3_700)
  },
)

whenModels(
  'the light model after a change (needs the fetched models)',
  { timeout: 60_000 },
  async () => {
    await worker.receive({
      type: 'load',
      modelsDir,
      model: 'tiny',
      installed: null,
      language: null,
      hasTerms: false,
      port: 0,
    })
    const { pcm, text } = realSpeech()
    const { finals } = await transcribe(pcm, 'moonshine-tiny')
    expect(wordErrorRate(text, textOf(finals))).toBeLessThanOrEqual(0.15)
  },
)
