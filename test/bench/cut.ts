import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Parley } from '../e2e/app'
import {
  chooseService,
  finalNumbers,
  microphoneFile,
  record,
  stop,
  transcript,
  waitForWord,
} from '../e2e/recording'
import type { Service } from '../service/service'
import { wordNumbers } from '../speech/tones'
import type { Bench } from './bench'
import { figure, medians, type Figure } from './figures'
import { launchWith, startBenchService } from './rig'
import { watched } from './watched'

const cutMs = 12_000
const words = 70
/** How many words are there before the cut. */
const wordsBefore = 8
/** From the return of the network to the first live sound: the wait for a try, a token and Begin. */
const liveAgainMs = 1_520
const longestFillMs = 90_000

/** Polls until there is a value. Returns it with the time since `from`, in ms. */
async function waitFor<T>(from: number, look: () => Promise<T | null>): Promise<[T, number]> {
  for (;;) {
    const found = await look()
    if (found !== null) return [found, Date.now() - from]
    if (Date.now() - from > longestFillMs) throw new Error('It did not come back')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function cutOnce(name: string, parley: Parley, service: Service): Promise<Figure[]> {
  const id = await record(parley)
  await waitForWord(parley, id, { number: wordsBefore, withinMs: 30_000 })
  await service.goOffline()
  await new Promise((resolve) => setTimeout(resolve, cutMs))
  const before = service.log.sessions().length
  await service.goOnline()
  const from = Date.now()
  const session = () => service.log.sessions().slice(before).at(-1)
  const [firstFrame] = await waitFor(from, async () => session()?.frames[0]?.at ?? null)
  const [firstWord] = await waitFor(from, async () => {
    const said = session()?.sent.find(({ message }) => wordNumbers(JSON.stringify(message)).length)
    return said?.at ?? null
  })
  const [, filledMs] = await waitFor(from, async () => {
    const { gaps } = await transcript(parley, id)
    return gaps.length > 0 && gaps.every(({ filled }) => filled) ? true : null
  })
  await waitForWord(parley, id, { number: words - 1, withinMs: 60_000 })
  await stop(parley)
  const heard = finalNumbers(await transcript(parley, id))
  const once = new Set(heard)
  return [
    figure(`${name}: first live sound on the wire after it`, firstFrame - from, {
      unit: 'ms',
      target: liveAgainMs,
    }),
    figure(`${name}: first live word after it`, firstWord - from, { unit: 'ms' }),
    figure(`${name}: its words are there after`, filledMs, { unit: 'ms' }),
    figure(`${name}: words lost`, words - once.size, { unit: 'words', target: 0 }),
    figure(`${name}: words doubled`, heard.length - once.size, { unit: 'words', target: 0 }),
  ]
}

/** Measures how soon text is live after the network was away, and when the rest is there. */
export function measureCut(bench: Bench): Promise<Figure[]> {
  const name = `Cut of ${cutMs / 1_000} s`
  return medians(bench.runs, async (run) => {
    const folder = join(bench.folder, `cut-${run}`)
    mkdirSync(folder, { recursive: true })
    const { path } = microphoneFile(folder, { words })
    const service = await startBenchService()
    const launch = { ...launchWith(folder, service), microphone: path }
    try {
      return await watched(bench, { name, launch }, async (parley) => {
        await chooseService(parley)
        return cutOnce(name, parley, service)
      })
    } finally {
      await service.close()
    }
  })
}
