import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchParley, type LaunchOptions, type Parley } from '../e2e/app'
import { killAll, processTree, proportionalMb } from '../e2e/process-tree'
import { chooseService, record, toneFile } from '../e2e/recording'
import { mouthOf, startSoundServer } from '../e2e/sound-server'
import type { Bench } from './bench'
import { figure, medians, type Figure } from './figures'
import { memoryFigures, processorFigures, processorShares } from './processes'
import { launchWith, startBenchService } from './rig'
import { setups, type Setup } from './setups'
import { emptyApp, startApp } from './start'

const measureMs = 15_000
const settleMs = 6_000
/** In percent of a core over an idle app. */
const mostProcessor = {
  'one source': { open: 5, hidden: null },
  'two sources': { open: 8, hidden: 5 },
}
/** In MB; recording with two sources. */
const mostMemory = { idle: 260, recording: 290 }
const mostIdleHidden = 0.3

/** Hides the window as a person does who closes it: the app goes on in the tray. */
function hideWindow({ app }: Parley): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.webContents.getURL().startsWith('app://window/')) window.hide()
    }
  })
}

/** Starts the app as on any day after the first: the service is chosen, and nothing else runs. */
async function launchAgain(options: LaunchOptions): Promise<Parley> {
  const first = await launchParley(options)
  await chooseService(first, 'keychain')
  await first.quit()
  return launchParley(options)
}

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

/** Nothing else is measured meanwhile: every watcher costs. */
async function measureSetup(folder: string, setup: Setup): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true })
  const sound = await startSoundServer(folder)
  const service = await startBenchService()
  const words = 200
  const mine = toneFile(join(folder, 'mine.wav'), { words })
  const theirs = toneFile(join(folder, 'theirs.wav'), { words, firstNumber: 500 })
  const launch = { ...launchWith(folder, service), realSound: true, env: sound.env }
  const parley = await launchAgain(launch)
  const { name, sources } = setup
  try {
    await parley.value('settings:set', { sources })
    await wait(settleMs)
    const idleMemory =
      name === 'two sources' ? [] : await memoryFigures(parley, 'idle', mostMemory.idle)
    const idle = await processorShares(parley, measureMs)
    // A microphone that delivers only zeros would be opened again.
    void sound.play(mouthOf('desk'), mine)
    void sound.play('speakers', theirs)
    await record(parley)
    await wait(settleMs)
    const open = await processorShares(parley, measureMs)
    const most = name === 'two sources' ? mostMemory.recording : null
    const memory = await memoryFigures(parley, `recording ${name}`, most)
    await hideWindow(parley)
    await wait(settleMs / 2)
    const hidden = await processorShares(parley, measureMs)
    return [
      ...idleMemory,
      ...memory,
      ...processorFigures(`recording ${name}, window open`, open, {
        idle: idle.all,
        target: mostProcessor[name].open,
      }),
      ...processorFigures(`recording ${name}, window hidden`, hidden, {
        idle: idle.all,
        target: mostProcessor[name].hidden,
      }),
    ]
  } finally {
    parley.kill()
    await service.close()
    await sound.kill()
  }
}

async function measureIdle(folder: string): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true })
  const service = await startBenchService()
  const parley = await launchAgain(launchWith(folder, service))
  try {
    await hideWindow(parley)
    await wait(settleMs)
    const idle = await processorShares(parley, 2 * measureMs)
    return processorFigures('idle, window hidden', idle, { target: mostIdleHidden })
  } finally {
    parley.kill()
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
