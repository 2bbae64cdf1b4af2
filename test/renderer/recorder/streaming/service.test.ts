import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket as WsSocket } from 'ws'
import { ok } from '../../../../preload/errors'
import type { RecorderEvent, Turn } from '../../../../preload/model'
import { createFrameMaker } from '../../../../renderer/recorder/capture/frame-maker'
import { createTimeline } from '../../../../renderer/recorder/capture/timeline'
import { createEnvironment } from '../../../../renderer/recorder/streaming/environment'
import { createStream } from '../../../../renderer/recorder/streaming/stream'
import { goodKey } from '../../../service/client'
import type { KnobsPatch } from '../../../service/knobs'
import { startService, type Service } from '../../../service/service'
import { toneSpeech, wordNumbers, type ToneWord } from '../../../speech/tones'

let service: Service | null = null
afterEach(async () => {
  await service?.close()
  service = null
})

const environment = createEnvironment(WsSocket as unknown as typeof WebSocket)

async function mint(origin: string): Promise<string> {
  const response = await fetch(`${origin}/v3/token?expires_in_seconds=60`, {
    headers: { authorization: goodKey },
  })
  const { token } = (await response.json()) as { token: string }
  return token
}

/** Says tone words in real time at a device rate, streams them, and gives what was reported. */
async function record(words: number, deviceRate: number, knobs: KnobsPatch) {
  service = await startService({ knobs: { keys: { [goodKey]: 'good' }, ...knobs } })
  const { url: origin } = service
  const model = 'universal-streaming-english'
  const url =
    `${origin.replace('http', 'ws')}/v3/ws?speech_model=${model}` +
    '&sample_rate=16000&encoding=pcm_s16le&format_turns=true&session_heartbeat=true'
  const speech = toneSpeech({ words, sampleRate: deviceRate, pauseEvery: 4, endSilenceMs: 300 })
  const events: RecorderEvent[] = []
  const startedAt = Date.now()
  const stream = createStream({
    source: 'microphone',
    startedAt,
    environment,
    emit: (event) => events.push(event),
    lend: async () => ok({ url, token: await mint(origin), model }),
  })
  const timeline = createTimeline(startedAt)
  const maker = createFrameMaker(({ pcm }) => {
    stream.push({ firstSample: timeline.next(startedAt).firstSample, pcm })
  })
  const sound = Float32Array.from(speech.samples, (value) => value / 32_768)
  for (let at = 0; at < sound.length;) {
    const until = Math.min(
      sound.length,
      Math.floor(((Date.now() - startedAt) * deviceRate) / 1_000),
    )
    if (until > at) maker.push(deviceRate, [sound.subarray(at, until)], until - at)
    at = Math.max(at, until)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  maker.finish()
  await stream.stop()
  return { events, said: speech.words, log: service.log }
}

/** The turns as the library keeps them. */
function kept(events: readonly RecorderEvent[]): Turn[] {
  const turns = new Map<string, Turn>()
  for (const event of events) {
    if (event.type === 'turn')
      turns.set(`${event.turn.sessionId} ${event.turn.turnOrder}`, event.turn)
    if (event.type === 'turn-dropped') turns.delete(`${event.sessionId} ${event.turnOrder}`)
  }
  return [...turns.values()].sort((a, b) => a.startMs - b.startMs)
}

function expectEveryWordOnce(turns: readonly Turn[], said: readonly ToneWord[]): void {
  expect(turns.every(({ isFinal }) => isFinal)).toBe(true)
  expect(turns.flatMap(({ text }) => wordNumbers(text))).toEqual(said.map(({ number }) => number))
  const words = turns.flatMap((turn) => turn.words)
  for (const [index, { startMs, endMs }] of said.entries()) {
    expect(Math.abs((words[index]?.startMs ?? 0) - startMs)).toBeLessThan(100)
    expect(Math.abs((words[index]?.endMs ?? 0) - endMs)).toBeLessThan(100)
  }
}

describe('against the service', () => {
  it('brings every word once, in order and at its time', async () => {
    const { events, said, log } = await record(10, 44_100, {})
    expectEveryWordOnce(kept(events), said)
    expect(log.leaked()).toEqual([])
    expect(events.some(({ type }) => type === 'gap' || type === 'problem')).toBe(false)
    // Every frame is 50 ms; none came faster than 1.2 times real time for long.
    expect(log.sessions()[0]?.frames.every(({ bytes }) => bytes === 1_600)).toBe(true)
  })
})

describe('against a service with faults', () => {
  it('brings every word once over an expired token, a cut within a turn and a server error', async () => {
    const { events, said, log } = await record(14, 48_000, {
      session: {
        beginDelayMs: 300,
        openings: [
          {
            kind: 'error',
            code: 1008,
            text: 'Unauthorized Connection: Signature has expired',
          },
        ],
        strikes: [
          { session: 0, afterAudioMs: 3_200, fault: { kind: 'cut' } },
          {
            session: 1,
            afterAudioMs: 3_000,
            fault: { kind: 'error', code: 3005, text: 'Session Cancelled: An error occurred' },
          },
        ],
      },
    })
    expect(log.sessions()).toHaveLength(3)
    expectEveryWordOnce(kept(events), said)
    expect(log.leaked()).toEqual([])
    expect(events.filter(({ type }) => type === 'gap')).toEqual([])
  })
})
