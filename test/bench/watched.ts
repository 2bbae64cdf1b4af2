import { mkdirSync, writeFileSync } from 'node:fs'
import type { Session } from 'node:inspector'
import { join } from 'node:path'
import { launchParley, type LaunchOptions, type Parley } from '../e2e/app'
import type { Bench } from './bench'
import { figure, type Figure } from './figures'
import type { MainEvaluator } from './plain-app'

/** How often main looks whether it was blocked, in ms. */
const lookEveryMs = 5
/** Main may be blocked for this long, in ms. */
const longestBlockMs = 50

interface Watch {
  worstMs: number
  last: number
  worked: number
  timer?: NodeJS.Timeout
}

/**
 * Measures from now on for how long main's thread works without a pause. Returns the longest time, in
 * ms. On Linux a wait for the processor, which other programs cause, is not counted.
 */
async function watchMain(app: MainEvaluator): Promise<() => Promise<number>> {
  const begin = () => beginWatch(app)
  // While the app starts, Playwright can lose the answer of a call.
  await begin().catch(begin)
  return () =>
    app.evaluate(() => {
      const { benchWatch } = globalThis as unknown as { benchWatch: Watch }
      clearInterval(benchWatch.timer)
      return benchWatch.worstMs
    })
}

function beginWatch(app: MainEvaluator): Promise<void> {
  return app.evaluate((_electron, everyMs) => {
    const { existsSync, readFileSync } = process.getBuiltinModule('node:fs')
    const schedule = `/proc/self/task/${process.pid}/schedstat`
    const isKnown = existsSync(schedule)
    const watch: Watch = { worstMs: 0, last: performance.now(), worked: 0 }
    watch.timer = setInterval(() => {
      const waited = performance.now() - watch.last - everyMs
      // The processor time of the thread, in ns.
      const worked = isKnown ? Number(readFileSync(schedule, 'utf8').split(' ')[0]) / 1e6 : Infinity
      const own = isKnown ? worked - watch.worked : Infinity
      if (watch.worked > 0 || !isKnown) {
        watch.worstMs = Math.max(watch.worstMs, Math.min(waited, own))
      }
      watch.worked = worked
      watch.last = performance.now()
    }, everyMs)
    Object.assign(globalThis, { benchWatch: watch })
  }, lookEveryMs)
}

/** Forgets what was measured so far. */
function restartWatch(app: MainEvaluator): Promise<void> {
  return app.evaluate(() => {
    const { benchWatch } = globalThis as unknown as { benchWatch: Watch }
    benchWatch.worstMs = 0
  })
}

/** Records a trace of all processes, and a profile of main. Returns a function that saves both. */
async function traceApp(
  app: MainEvaluator,
  folder: string,
  name: string,
): Promise<() => Promise<void>> {
  const path = join(folder, name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase())
  mkdirSync(folder, { recursive: true })
  await app.evaluate(async ({ contentTracing }) => {
    await contentTracing.startRecording({
      included_categories: ['toplevel', 'devtools.timeline', 'blink', 'cc', 'v8', 'audio'],
    })
    const inspector = process.getBuiltinModule('node:inspector')
    const session = new inspector.Session()
    session.connect()
    session.post('Profiler.enable')
    session.post('Profiler.start')
    Object.assign(globalThis, { benchProfiler: session })
  })
  return async () => {
    const profile = await app.evaluate(async ({ contentTracing }, file) => {
      const { benchProfiler } = globalThis as unknown as {
        benchProfiler: Session
      }
      const stopped = new Promise((resolve) =>
        benchProfiler.post('Profiler.stop', (_error, answer) => resolve(answer.profile)),
      )
      await contentTracing.stopRecording(file)
      return JSON.stringify(await stopped)
    }, `${path}.json`)
    writeFileSync(`${path}.cpuprofile`, profile)
  }
}

/** One use of the app that is measured. */
export interface Scenario {
  /** It is part of the figures' names. */
  readonly name: string
  readonly launch: LaunchOptions
}

/** Starts the app, lets `run` use it as `watchedMain` says, and ends it. */
export async function watched(
  bench: Pick<Bench, 'traces'>,
  { name, launch }: Scenario,
  run: (parley: Parley, watchAgain: () => Promise<void>) => Promise<Figure[]>,
): Promise<Figure[]> {
  const parley = await launchParley(launch)
  try {
    return await watchedMain(bench, { name, main: parley.app }, (again) => run(parley, again))
  } finally {
    parley.kill()
  }
}

/**
 * Watches main while `run` uses the app. Adds a figure: how long main was blocked at most, from the
 * last `watchAgain` on. With `--trace`, a trace of all processes and a profile of main are saved.
 */
export async function watchedMain(
  { traces }: Pick<Bench, 'traces'>,
  { name, main }: { readonly name: string; readonly main: MainEvaluator },
  run: (watchAgain: () => Promise<void>) => Promise<Figure[]>,
): Promise<Figure[]> {
  const save = traces === null ? null : await traceApp(main, traces, name)
  const longest = await watchMain(main)
  const figures = await run(() => restartWatch(main))
  const worst = await longest()
  await save?.()
  const blocked = figure(`${name}: main blocked at most`, worst, {
    unit: 'ms',
    target: longestBlockMs,
  })
  return [...figures, blocked]
}
