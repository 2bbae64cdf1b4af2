import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchParley, pageOf, type LaunchOptions, type Parley } from '../e2e/app'
import { memoryMb, processTree } from '../e2e/process-tree'
import {
  chooseService,
  microphoneFile,
  record,
  recordButton,
  stop,
  toneFile,
} from '../e2e/recording'
import { goodKey } from '../e2e/service-key'
import { mouthOf, startSoundServer } from '../e2e/sound-server'
import { startService, type Service } from '../service/service'
import { wordNumbers } from '../speech/tones'
import { figure, median, percentile, type Figure } from './figures'
import { watchWords, type Seen } from './painted-words'
import { watchFrames } from './sample-to-send'

/** As many as a free account may open in a minute, so that no start waits for the next. */
const recordings = 4
const secondsOfSpeech = 40
/** Start-up, and what was kept until Begin, are measured by other figures. */
const settleMs = 5_000
/** From the start of a player to its first word. */
const soundStartsMs = 500
/** How long the processors are watched. */
const measureMs = 20_000

interface Bench {
  readonly parley: Parley
  readonly service: Service
}

interface BenchOptions {
  readonly folder: string
  /** How long a token takes. */
  readonly mintMs: number
  readonly launch: Partial<LaunchOptions>
}

async function withApp<T>(
  { folder, mintMs, launch }: BenchOptions,
  run: (bench: Bench) => Promise<T>,
): Promise<T> {
  const service = await startService({
    knobs: { keys: { [goodKey]: 'good' }, token: { delayMs: mintMs } },
  })
  const parley = await launchParley({
    dataFolder: join(folder, 'data'),
    serviceUrl: service.url,
    ...launch,
  })
  try {
    await chooseService(parley)
    return await run({ parley, service })
  } finally {
    parley.kill()
    await service.close()
  }
}

function recordFromFile(folder: string, mintMs: number): Promise<number[]> {
  mkdirSync(folder, { recursive: true })
  const { path } = microphoneFile(folder, { words: secondsOfSpeech * 2 })
  return withApp({ folder, mintMs, launch: { microphone: path } }, recordToFrame)
}

/** From the press of Record to the first frame at the service, in ms, over a few recordings. */
async function recordToFrame({ parley, service }: Bench): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < recordings; run += 1) {
    const pressed = await recordButton(parley.window)
      .first()
      .evaluate((button: HTMLElement) => {
        const at = performance.timeOrigin + performance.now()
        button.click()
        return at
      })
    const first = () => service.log.sessions()[run]?.frames[0]
    await service.log.until(() => first() !== undefined, 'a first frame', 30_000)
    times.push((first()?.at ?? NaN) - pressed)
    await stop(parley)
  }
  return times
}

/** From a Turn that brings a word to that word on the screen, in ms. */
function turnToPaint(service: Service, seen: readonly Seen[]): number[] {
  const sent = new Map<number, number>()
  const messages = service.log.sessions().flatMap((session) => session.sent)
  for (const { at, message } of messages) {
    const words = (message.words ?? []) as readonly { text: string }[]
    for (const number of words.flatMap((word) => wordNumbers(word.text))) {
      if (!sent.has(number)) sent.set(number, at)
    }
  }
  return seen.flatMap(({ number, at }) => {
    const from = sent.get(number)
    return from === undefined ? [] : [at - from]
  })
}

/** What is recorded, by the name of its figures. */
const setups = [
  { name: 'one source', sources: { microphone: true, system: false } },
  { name: 'two sources', sources: { microphone: true, system: true } },
] as const

/** A recording as it goes on: what it takes of the computer, and how soon things are where they go. */
async function measureSetup(
  folder: string,
  { name, sources }: (typeof setups)[number],
): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true })
  const sound = await startSoundServer(folder)
  const words = secondsOfSpeech * 2
  const mine = toneFile(join(folder, 'mine.wav'), { words })
  const theirs = toneFile(join(folder, 'theirs.wav'), { words, firstNumber: 500 })
  const bench = { folder, mintMs: 0, launch: { realSound: true, env: sound.env } }
  const during = await withApp(bench, async ({ parley, service }) => {
    await parley.value('settings:set', { sources })
    const delays = await watchFrames(pageOf(parley, 'recorder'))
    // A microphone that gives nothing but zeros would be opened anew.
    const playing = [sound.play(mouthOf('desk'), mine), sound.play('speakers', theirs)]
    await wait(soundStartsMs)
    await record(parley)
    const painted = await watchWords(parley.window)
    await wait(settleMs)
    const root = parley.app.process().pid ?? 0
    const before = processTree(root)
    const begun = Date.now()
    await wait(measureMs)
    const after = processTree(root)
    const cpuMs = sum(after.map((info) => info.cpuMs)) - sum(before.map((info) => info.cpuMs))
    const cpu = (100 * cpuMs) / (Date.now() - begun)
    const memory = memoryMb(after)
    const sent = (await delays()).flatMap((ofSource) => ofSource.slice(settleMs / 50))
    await stop(parley)
    await Promise.all(playing)
    const paints = turnToPaint(service, await painted())
    return { cpu, memory, delays: sent, paints }
  }).finally(() => sound.kill())
  return [
    figure(`Sample to send, ${name}, p50`, percentile(during.delays, 0.5), 'ms', 20),
    figure(`Sample to send, ${name}, p99`, percentile(during.delays, 0.99), 'ms', 100),
    figure(`Turn to painted word, ${name}, p95`, percentile(during.paints, 0.95), 'ms', 100),
    figure(`CPU while recording ${name}, all processes`, during.cpu, '% of one core'),
    figure(`Memory while recording ${name}, all processes`, during.memory, 'MB'),
  ]
}

/** Everything that needs a recording against the simulator. */
export async function measureRecording(folder: string): Promise<Figure[]> {
  const quick = await recordFromFile(join(folder, 'quick'), 0)
  const slow = await recordFromFile(join(folder, 'slow'), 800)
  const during: Figure[] = []
  // The sound server and what tells of processes are Linux's.
  for (const setup of process.platform === 'linux' ? setups : []) {
    during.push(...(await measureSetup(join(folder, setup.name.replace(' ', '-')), setup)))
  }
  return [
    figure('Record to first frame on the wire, token at once, median', median(quick), 'ms', 500),
    figure('Record to first frame on the wire, token in 800 ms, median', median(slow), 'ms', 1_300),
    ...during,
  ]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
