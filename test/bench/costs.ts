import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { killAll, processTree, proportionalMb } from '../e2e/process-tree'
import { toneFile } from '../e2e/recording'
import { mouthOf, startSoundServer } from '../e2e/sound-server'
import type { Bench } from './bench'
import { figure, medians, type Figure } from './figures'
import { installed, startPlain } from './plain-app'
import { memoryFigures, processorFigures, processorShares } from './processes'
import { launchWith, startBenchService } from './rig'
import { setups, type Setup } from './setups'
import { emptyApp, startApp } from './start'

const measureMs = 15_000
const settleMs = 6_000
/** After this time, what an app does once after its start is done. */
const startedMs = 45_000
/** Chromium tidies the memory of its pages up for longer than that. */
const restedMs = 120_000
/** How many words are said on each source. */
const words = 200
/** In percent of a core over an idle app. */
const mostProcessor = {
  'one source': { open: 5, closed: null },
  'two sources': { open: 8, closed: 5 },
}
/** In MB; recording with two sources. */
const mostMemory = { idle: 260, recording: 290 }
const mostIdle = 0.3

/** The memory of an app with an empty window, which no app of Electron goes below. */
async function measureEmpty(folder: string): Promise<Figure[]> {
  const child = startApp(emptyApp(join(folder, 'app')), { dataFolder: join(folder, 'data') })
  try {
    await wait(settleMs)
    const mb = proportionalMb(processTree(child.pid ?? 0))
    return [figure('Memory of an empty Electron app', mb, { unit: 'MB' })]
  } finally {
    killAll(processTree(child.pid ?? 0))
  }
}

async function measureSetup(folder: string, { name, sources }: Setup): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true })
  const sound = await startSoundServer(folder)
  const service = await startBenchService()
  const mine = toneFile(join(folder, 'mine.wav'), { words })
  const theirs = toneFile(join(folder, 'theirs.wav'), { words, firstNumber: 500 })
  const launch = { ...launchWith(folder, service), realSound: true, env: sound.env }
  await installed(launch, { sources })
  const app = await startPlain(launch)
  const { dataFolder } = app
  const shares = (pages?: readonly string[]) => processorShares(dataFolder, measureMs, pages)
  try {
    await wait(startedMs)
    const idleMemory = memoryFigures(dataFolder, 'idle', mostMemory.idle)
    const idle = await shares()
    void sound.play(mouthOf('desk'), mine)
    void sound.play('speakers', theirs)
    await app.pressRecord()
    await wait(settleMs)
    const open = await shares()
    const most = name === 'two sources' ? mostMemory.recording : null
    const memory = memoryFigures(dataFolder, `recording ${name}`, most)
    // As a person closes it: the recording goes on. The page goes away without an answer.
    await app.window.evaluate('window.close()').catch(() => undefined)
    await wait(settleMs)
    const closed = await shares(['page recorder'])
    return [
      ...(name === 'two sources' ? [] : idleMemory),
      ...memory,
      ...processorFigures(`recording ${name}, window open`, open, {
        idle: idle.all,
        target: mostProcessor[name].open,
      }),
      ...processorFigures(`recording ${name}, window closed`, closed, {
        idle: idle.all,
        target: mostProcessor[name].closed,
      }),
    ]
  } finally {
    app.kill()
    await service.close()
    await sound.kill()
  }
}

async function measureIdle(folder: string): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true })
  const service = await startBenchService()
  const launch = launchWith(folder, service)
  await installed(launch)
  const app = await startPlain({ ...launch, args: ['--hidden'] })
  try {
    await wait(restedMs)
    const idle = await processorShares(app.dataFolder, 2 * measureMs)
    return processorFigures('idle, in the background', idle, { target: mostIdle })
  } finally {
    app.kill()
    await service.close()
  }
}

/** Measures processor time and memory of the whole tree of processes, on Linux. */
export async function measureCosts(bench: Bench): Promise<Figure[]> {
  if (process.platform !== 'linux') return []
  const figures = await medians(bench.runs, async (run) => [
    ...(await measureEmpty(join(bench.folder, `empty-${run}`))),
    ...(await measureIdle(join(bench.folder, `idle-${run}`))),
  ])
  for (const setup of setups) {
    const folder = (run: number) =>
      join(bench.folder, `costs-${setup.name.replace(' ', '-')}-${run}`)
    figures.push(...(await medians(bench.runs, (run) => measureSetup(folder(run), setup))))
  }
  return figures
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
