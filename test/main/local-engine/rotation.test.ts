import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { ok } from '../../../common/errors'
import { createStreamingDeps } from '../../../renderer/recorder/streaming/deps'
import { isLong } from '../../../scripts/test/long-form'
import { kept, say } from '../../renderer/recorder/streaming/said'
import { createToneDecoder } from '../../speech/decoder'
import { wordNumbers, wordText } from '../../speech/tones'
import { saying, serveFake } from './fakes'

/** Reads tone words. */
const toneRecogniser = saying((samples) => {
  const decoder = createToneDecoder(16_000)
  const pcm = Int16Array.from(samples, (sample) => Math.round(sample * 32_767))
  const words = [...decoder.push(new Uint8Array(pcm.buffer)), ...decoder.flush()]
  return Promise.resolve(words.map(({ number }) => wordText(number)).join(' '))
})

class RecorderSocket extends WebSocket {
  constructor(url: string) {
    super(url, { origin: 'app://recorder' })
  }
}

it.runIf(isLong)(
  'a session of the engine is followed by another one, and every word comes once',
  {
    timeout: 90_000,
  },
  async () => {
    const server = await serveFake(toneRecogniser)
    const query = 'speech_model=moonshine-base&sample_rate=16000&encoding=pcm_s16le'
    const url = `ws://127.0.0.1:${server.port}/v3/ws?${query}&session_heartbeat=true`
    const requestToken = () =>
      Promise.resolve(
        ok({ url, token: server.token({ maxSessionSeconds: 20 }), model: 'moonshine-base' }),
      )
    const deps = createStreamingDeps(RecorderSocket as unknown as typeof globalThis.WebSocket)
    const { events, said } = await say(requestToken, { words: 42, pauseEvery: 4 }, deps)
    await server.close()
    const turns = kept(events)
    expect(turns.every(({ isFinal }) => isFinal)).toBe(true)
    expect(turns.flatMap(({ text }) => wordNumbers(text))).toEqual(said.map(({ number }) => number))
    expect(events.filter(({ type }) => type === 'session').length).toBeGreaterThanOrEqual(3)
    expect(events.filter(({ type }) => type === 'gap' || type === 'problem')).toEqual([])
  },
)
