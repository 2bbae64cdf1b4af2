import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleRate } from '../../common/model/sound'
import { launchSpec } from '../../scripts/launch'
import { killAll, processesWith } from '../e2e/process-tree'
import { filesBelow } from '../e2e/recording'
import { evaluateInPage } from '../../scripts/devtools'
import type { Bench } from './bench'
import { figure, median, type Figure } from './figures'
import { generateLibrary } from './generated-library'
import { freePort } from './plain-app'

/** A library as after years of use. */
const size = { meetings: 1_000, turnsOfEach: 4, wordsOfEach: 12 }

/** Resolves in the page, at the first paint with a button that can be pressed. */
const usable = `new Promise((resolve) => {
  const look = () => {
    const ready = [...document.querySelectorAll('button')].some((button) => !button.disabled)
    requestAnimationFrame(ready ? () => setTimeout(() => resolve(Date.now())) : look)
  }
  look()
})`

interface App {
  readonly folder: string
  readonly url: string
  readonly args: readonly string[]
}

/** The smallest app that opens a window with a button, with the same security options as Parley. */
export function emptyApp(folder: string): App {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><button>Record</button>')
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.enableSandbox()
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1200, height: 760, show: false })
  window.once('ready-to-show', () => window.show())
  window.loadFile('index.html')
})`,
  )
  return { folder, url: 'file://', args: [] }
}

/** Starts an app by itself, without the tools of tests. */
export function startApp(
  app: App,
  { dataFolder, args = [] }: { readonly dataFolder: string; readonly args?: readonly string[] },
): ChildProcess {
  const { executablePath, env } = launchSpec()
  const own = [app.folder, ...app.args, `--user-data-dir=${dataFolder}`]
  return spawn(executablePath, [...own, ...args], { env, stdio: 'ignore' })
}

/** From the start of the process to a window with a button that can be pressed, in ms. */
async function startOnce(app: App, dataFolder: string): Promise<number> {
  const port = await freePort()
  const begun = Date.now()
  startApp(app, { dataFolder, args: [`--remote-debugging-port=${port}`] })
  try {
    const at = await evaluateInPage(port, app.url, usable)
    if (typeof at !== 'number') throw new Error('The window has no button')
    return at - begun
  } finally {
    killAll(processesWith(dataFolder))
  }
}

/** One second of stored sound, and the header of its file. */
const firstSecondBytes = 44 + 2 * sampleRate
const longestMs = 20_000

/** From the start of the process by `--toggle-recording` to a second of sound on the disk, in ms. */
async function recordFromCold(app: App, dataFolder: string): Promise<number> {
  const settings = { sources: { microphone: true, system: false }, firstRunDone: true }
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(
    join(dataFolder, 'settings.json'),
    JSON.stringify({ version: 1, settings, keys: [], keyInUse: null }),
  )
  const begun = performance.now()
  startApp(app, {
    dataFolder,
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      '--toggle-recording',
    ],
  })
  const isThere = () =>
    filesBelow(dataFolder).some(
      (path) => path.endsWith('.wav') && statSync(path).size >= firstSecondBytes,
    )
  try {
    while (!isThere()) {
      if (performance.now() - begun > longestMs) throw new Error('No sound on the disk')
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    return performance.now() - begun
  } finally {
    killAll(processesWith(dataFolder))
  }
}

/** Measures the start of Parley and of an empty app in turns, each from its second start on. */
export async function measureStart({ folder, runs }: Bench): Promise<Figure[]> {
  const [project = '.', ...args] = launchSpec().args
  const ours: App = { folder: project, url: 'app://window/', args }
  const empty = emptyApp(join(folder, 'empty'))
  generateLibrary(join(folder, 'start-ours', 'library', 'library.db'), size)
  const times: { ours: number[]; empty: number[]; recorded: number[] } = {
    ours: [],
    empty: [],
    recorded: [],
  }
  for (let run = 0; run <= runs; run += 1) {
    const mine = await startOnce(ours, join(folder, 'start-ours'))
    const bare = await startOnce(empty, join(folder, 'start-empty'))
    const recorded = await recordFromCold(ours, join(folder, `start-recorded-${run}`))
    // The first start fills the caches of code and disk.
    if (run === 0) continue
    times.ours.push(mine)
    times.empty.push(bare)
    times.recorded.push(recorded)
  }
  const ratio = median(times.ours) / median(times.empty)
  return [
    figure('Start to usable window with 1,000 meetings, median', median(times.ours), {
      unit: 'ms',
    }),
    figure('Start of an empty Electron app, median', median(times.empty), { unit: 'ms' }),
    figure('Start beside an empty app', ratio, { unit: 'times', target: 1.25 }),
    figure('Start by --toggle-recording to a second of sound on disk', median(times.recorded), {
      unit: 'ms',
      target: 2_000,
    }),
  ]
}
