import { expect } from 'vitest'
import { WebSocket as WsSocket } from 'ws'
import { ok, type Result } from '../../../../common/errors'
import type { RecorderEvent, SessionGrant, Turn } from '../../../../common/model'
import { createFrameMaker } from '../../../../renderer/recorder/capture/frame-maker'
import { createTimeline } from '../../../../renderer/recorder/capture/timeline'
import {
  createStreamingDeps,
  type StreamingDeps,
} from '../../../../renderer/recorder/streaming/deps'
import { createSilence } from '../../../../renderer/recorder/streaming/silence'
import { createSessionUpdates } from '../../../../renderer/recorder/streaming/session-updates'
import { createModelChoice } from '../../../../renderer/recorder/streaming/model-choice'
import { createStream } from '../../../../renderer/recorder/streaming/stream'
import { goodKey } from '../../../service/tone-service'
import type { BehaviourPatch } from '../../../service/options'
import type { ServiceLog } from '../../../service/log'
import { startService } from '../../../service/service'
import { toneSpeech, wordNumbers, type ToneOptions, type ToneWord } from '../../../speech/tones'

const deps = createStreamingDeps(WsSocket as unknown as typeof WebSocket)

async function mint(origin: string): Promise<string> {
  const response = await fetch(`${origin}/v3/token?expires_in_seconds=60`, {
    headers: { authorization: goodKey },
  })
  const { token } = (await response.json()) as { token: string }
  return token
}

export interface Said {
  readonly events: readonly RecorderEvent[]
  readonly said: readonly ToneWord[]
  readonly log: ServiceLog
}

export interface Recorded extends Pick<ToneOptions, 'words' | 'pauseEvery'> {
  readonly deviceRate?: number
  readonly model?: string
  readonly behaviour?: BehaviourPatch
}

/** Plays tone words in real time into a stream. Returns what was reported. */
export async function say(
  requestToken: () => Promise<Result<SessionGrant>>,
  speech: ToneOptions,
  within: StreamingDeps = deps,
): Promise<Pick<Said, 'events' | 'said'>> {
  const { samples, words, sampleRate } = toneSpeech({ endSilenceMs: 300, ...speech })
  const events: RecorderEvent[] = []
  const zeroAt = within.now()
  const stream = createStream({
    models: createModelChoice(),
    updates: createSessionUpdates(null),
    silence: createSilence(within),
    source: 'microphone',
    zeroAt,
    deps: within,
    report: (event) => events.push(event),
    requestToken,
  })
  const timeline = createTimeline(zeroAt)
  const maker = createFrameMaker({
    emit: ({ pcm }) => stream.push({ firstSample: timeline.next(zeroAt).firstSample, pcm }),
    now: () => within.now(),
    every: () => () => undefined,
  })
  const sound = Float32Array.from(samples, (value) => value / 32_768)
  for (let at = 0; at < sound.length;) {
    const passed = Math.floor(((within.now() - zeroAt) * sampleRate) / 1_000)
    const until = Math.min(sound.length, passed)
    const channels = [sound.subarray(at, until)]
    if (until > at) maker.take({ rate: sampleRate, channels, capturedAt: zeroAt }, 1)
    at = Math.max(at, until)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  maker.finish()
  await stream.stop()
  return { events, said: words }
}

/** Plays tone words to a service of its own. */
export async function record(options: Recorded): Promise<Said> {
  const { words, pauseEvery = 4, deviceRate = 48_000, behaviour } = options
  const { model = 'universal-streaming-english' } = options
  const service = await startService({ behaviour: { keys: { [goodKey]: 'good' }, ...behaviour } })
  const { url: origin, log } = service
  const url =
    `${origin.replace('http', 'ws')}/v3/ws?speech_model=${model}` +
    '&sample_rate=16000&encoding=pcm_s16le&format_turns=true&session_heartbeat=true'
  const requestToken = async () => ok({ url, token: await mint(origin), model })
  const { events, said } = await say(requestToken, { words, sampleRate: deviceRate, pauseEvery })
  await log.until(() => log.open().length === 0, 'every session closed')
  await service.close()
  return { events, said, log }
}

/** The turns as the library keeps them. */
export function kept(events: readonly RecorderEvent[]): Turn[] {
  const turns = new Map<string, Turn>()
  for (const event of events) {
    if (event.type === 'turn')
      turns.set(`${event.turn.sessionId} ${event.turn.turnOrder}`, event.turn)
    if (event.type === 'turn-dropped') turns.delete(`${event.sessionId} ${event.turnOrder}`)
  }
  return [...turns.values()].sort((a, b) => a.startMs - b.startMs)
}

export function expectEveryWordOnce(turns: readonly Turn[], said: readonly ToneWord[]): void {
  expect(turns.every(({ isFinal }) => isFinal)).toBe(true)
  expect(turns.flatMap(({ text }) => wordNumbers(text))).toEqual(said.map(({ number }) => number))
  const words = turns.flatMap((turn) => turn.words)
  for (const [index, { startMs, endMs }] of said.entries()) {
    expect(Math.abs((words[index]?.startMs ?? 0) - startMs)).toBeLessThan(100)
    expect(Math.abs((words[index]?.endMs ?? 0) - endMs)).toBeLessThan(100)
  }
}
