import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SettingsPatch } from '../../preload/model'
import { launchParley, pageOf, type Parley } from '../e2e/app'
import { memoryMb, processTree } from '../e2e/process-tree'
import { microphoneFile, record, recordButton, stop, chooseService } from '../e2e/recording'
import { goodKey } from '../e2e/service-key'
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
/** How long the processors are watched. */
const measureMs = 20_000

interface Bench {
  readonly parley: Parley
  readonly service: Service
}

async function withApp<T>(
  folder: string,
  mintMs: number,
  run: (bench: Bench) => Promise<T>,
): Promise<T> {
  const service = await startService({
    knobs: { keys: { [goodKey]: 'good' }, token: { delayMs: mintMs } },
  })
  mkdirSync(folder, { recursive: true })
  const { path } = microphoneFile(folder, { words: secondsOfSpeech * 2 })
  const parley = await launchParley({
    dataFolder: join(folder, 'data'),
    serviceUrl: service.url,
    microphone: path,
  })
  try {
    await chooseService(parley)
    return await run({ parley, service })
  } finally {
    parley.kill()
    await service.close()
  }
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
  for (const { at, message } of service.log.sessions()[0]?.sent ?? []) {
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
const setups: readonly { readonly name: string; readonly settings: SettingsPatch }[] = [
  { name: 'one source', settings: {} },
]

/** A recording as it goes on: what it takes of the computer, and how soon things are where they go. */
async function measureSetup(
  folder: string,
  { name, settings }: (typeof setups)[number],
): Promise<Figure[]> {
  const during = await withApp(folder, 1, async ({ parley, service }) => {
    await parley.value('settings:set', settings)
    const delays = await watchFrames(pageOf(parley, 'recorder'))
    await record(parley)
    const words = await watchWords(parley.window)
    await wait(settleMs)
    const root = parley.app.process().pid ?? 0
    const before = processTree(root)
    const begun = Date.now()
    await wait(measureMs)
    const after = processTree(root)
    const cpuMs = sum(after.map((info) => info.cpuMs)) - sum(before.map((info) => info.cpuMs))
    const cpu = (100 * cpuMs) / (Date.now() - begun)
    const memory = memoryMb(after)
    await stop(parley)
    return {
      cpu,
      memory,
      delays: (await delays()).slice(settleMs / 50),
      paints: turnToPaint(service, await words()),
    }
  })
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
  const quick = await withApp(join(folder, 'quick'), 0, recordToFrame)
  const slow = await withApp(join(folder, 'slow'), 800, recordToFrame)
  const during: Figure[] = []
  for (const setup of setups) {
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
