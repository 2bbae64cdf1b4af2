import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createToneDecoder } from '../../speech/decoder'
import { toneSpeech } from '../../speech/tones'
import { writeWav } from '../../speech/wav'
import { processTree } from '../../e2e/process-tree'
import { mouthOf, startSoundServer, type SoundServer } from '../../e2e/sound-server'
import type { SessionRecord } from '../../service/log'
import type { Service } from '../../service/service'
import type { Bench } from '../bench'
import { figure, medians, percentile, type Figure } from '../figures'
import { startBenchService } from '../rig'
import { browserPeer } from './browser'
import { parleyPeer } from './parley'
import type { Peer, RunningPeer } from './peer'
import { sdkPeer } from './sdk'
import { lengthMs, placeIn, wireDelays, type Arrival, type HeardStream } from './wire-delays'

const peers = [sdkPeer, browserPeer, parleyPeer]
const words = 60
/** In this time after the sound begins each client is ready. */
const readyMs = 10_000
const cutMs = 12_000
/** How many words are said before the cut. */
const wordsBefore = 8
/** From the last word to Stop. */
const afterMs = 3_000

/** Writes what is said. Between the words is the faintest noise, as a microphone always has. */
function writeSpeech(path: string): void {
  const { sampleRate, samples } = toneSpeech({
    words,
    startSilenceMs: readyMs,
    endSilenceMs: 20_000,
  })
  const noisy = samples.map((sample, at) => sample + ((at * 7_919) % 5) - 2)
  writeWav(path, { sampleRate, samples: noisy })
}

/** Records the microphone plainly, as the measure for all clients. */
function recordDevice({ env }: SoundServer): { stop(): HeardStream } {
  const arrivals: Arrival[] = []
  const decoder = createToneDecoder()
  const heard: HeardStream['words'][number][] = []
  const format = ['--format=s16le', '--rate=16000', '--channels=1', '--raw']
  const recorder = spawn('parec', ['-d', 'desk', '--latency-msec=10', ...format], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  recorder.stdout.on('data', (data: Buffer) => {
    arrivals.push({ at: Date.now(), bytes: data.length })
    heard.push(...decoder.push(data))
  })
  return {
    stop: () => {
      recorder.kill()
      return { arrivals, words: [...heard, ...decoder.flush()] }
    },
  }
}

const streamOf = ({ frames, words: heard }: SessionRecord): HeardStream => ({
  arrivals: frames,
  words: heard,
})

const latest = (service: Service): number =>
  Math.max(-1, ...service.log.sessions().flatMap((session) => session.words.map((w) => w.number)))

/** Cuts the network for a while, after some words. */
async function cut(service: Service): Promise<void> {
  await service.log.until(() => latest(service) >= wordsBefore, 'words before the cut', 60_000)
  await service.goOffline()
  await wait(cutMs)
  await service.goOnline()
}

/** The sound that was sent beside the sound that was captured from the first frame to the last word. */
function sentShare(service: Service, device: HeardStream): number {
  const streams = service.log.sessions().map(streamOf)
  const [first] = streams
  const last = streams.at(-1)
  const begin = first && placeIn(device, first)?.(0)
  const end = last && placeIn(device, last)?.(lengthMs(last))
  const saidMs = device.words.at(-1)?.endMs ?? 0
  if (begin === undefined || end === undefined) return 0
  const sentMs = streams.reduce((sum, stream) => sum + lengthMs(stream), 0)
  const jobsMs = service.billedJobs().reduce((sum, { seconds }) => sum + seconds * 1_000, 0)
  return (100 * (sentMs + jobsMs)) / (Math.max(end, saidMs) - begin)
}

interface Used {
  readonly cpuMs: number
  readonly ms: number
}

function watchProcessor({ pid }: RunningPeer): () => Used {
  const cpuMs = () => processTree(pid).reduce((sum, one) => sum + one.cpuMs, 0)
  const before = cpuMs()
  const begun = performance.now()
  return () => ({ cpuMs: cpuMs() - before, ms: performance.now() - begun })
}

async function measurePeer(peer: Peer, folder: string, withCut: boolean): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true })
  const sound = await startSoundServer(folder)
  const service = await startBenchService()
  const speech = join(folder, 'speech.wav')
  writeSpeech(speech)
  const device = recordDevice(sound)
  const playing = sound.play(mouthOf('desk'), speech)
  let running: RunningPeer | null = null
  try {
    running = await peer.start({ folder, service, sound })
    await service.log.until(
      () => (service.log.sessions()[0]?.frames.length ?? 0) > 0,
      `sound of ${peer.name}`,
      readyMs,
    )
    const used = watchProcessor(running)
    const cutting = withCut ? cut(service) : Promise.resolve()
    const speechMs = toneSpeech({ words, startSilenceMs: 0, endSilenceMs: 0 }).samples.length / 48
    await wait(readyMs + speechMs + afterMs)
    await cutting
    const { cpuMs, ms } = used()
    if (withCut) await running.settled()
    const heard = await running.stop()
    const reference = device.stop()
    const once = new Set(heard)
    const said = reference.words.length
    const delays = service.log.sessions().flatMap((one) => wireDelays(streamOf(one), reference))
    const name = `${peer.name}${withCut ? `, cut of ${cutMs / 1_000} s` : ''}`
    return [
      figure(`${name}: words lost of ${words}`, said - once.size, { unit: 'words' }),
      figure(`${name}: words doubled`, heard.length - once.size, { unit: 'words' }),
      figure(`${name}: sound sent of the captured`, sentShare(service, reference), { unit: '%' }),
      ...(withCut ? [] : delayFigures(name, delays)),
      figure(`${name}: processor`, (100 * cpuMs) / ms, { unit: '% of one core' }),
    ]
  } finally {
    await running?.kill()
    await service.close()
    await sound.kill()
    await playing
  }
}

const delayFigures = (name: string, delays: readonly number[]): Figure[] => [
  figure(`${name}: sound to wire, p50`, percentile(delays, 0.5), { unit: 'ms' }),
  figure(`${name}: sound to wire, p99`, percentile(delays, 0.99), { unit: 'ms' }),
]

/** Measures the official SDK, the method of the public browser sample, and Parley with the same sound. */
export async function measurePeers(bench: Bench): Promise<Figure[]> {
  // The sound server exists on Linux only.
  if (process.platform !== 'linux') return []
  return medians(bench.runs, async (run) => {
    const figures: Figure[] = []
    for (const withCut of [false, true]) {
      for (const peer of peers) {
        const kind = `${peer.name.replace(' ', '-')}${withCut ? '-cut' : ''}-${run}`
        figures.push(...(await measurePeer(peer, join(bench.folder, 'peers', kind), withCut)))
      }
    }
    return figures
  })
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
