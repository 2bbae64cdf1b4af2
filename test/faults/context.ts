import { join } from 'node:path'
import type { CallInput, CallResult } from '../../common/ipc/contract'
import type { CallName } from '../../common/ipc/channels'
import type { Result } from '../../common/errors'
import { wordNumbers } from '../speech/tones'
import { launchParley, type LaunchOptions, type Parley } from '../e2e/app'
import { mouthOf, startSoundServer } from '../e2e/sound-server'
import { chooseService, microphoneFile, record, transcript } from '../e2e/recording'
import { smallDisk } from '../e2e/small-disk'
import type { Service } from '../service/service'
import type { ToneSpeech } from '../speech/tones'
import { placedFinals, type PlacedWord } from './ground-truth'
import { createWallClock } from './wall-clock'

/** One recording of a case. */
export interface Recording {
  readonly id: string
  /** Words that were seen in a final turn while the case watched. */
  readonly finals: PlacedWord[]
  /** Its length: at Stop, or when the app was killed. */
  endedMs: number | null
}

/** What a case acts on: the real app with the simulator, hearing tone-coded speech. */
export interface FaultContext {
  readonly service: Service
  readonly dataFolder: string
  readonly spoken: ToneSpeech
  readonly recordings: Recording[]
  /** A number from 0 to 1; the same sequence for the same seed. */
  readonly random: () => number
  /** The running app. */
  readonly parley: Parley
  /** The current recording. */
  readonly current: Recording
  /** Starts the app again after it ended. New arguments are used from now on. */
  start(args?: readonly string[]): Promise<void>
  /** Presses Record. */
  record(): Promise<void>
  /** Runs a script in the window, even if the window was opened again; throws without an answer. */
  inWindow(script: string, withinMs: number): Promise<unknown>
  /** Sets the wall clock of every process of the app this far from the true time, in ms. */
  setWallClock(offsetMs: number): void
  /** Remembers what is final now. */
  noteFinals(): Promise<void>
  /**
   * Resolves when everything was said. The speech starts with the first recording, and continues
   * without the app.
   */
  readonly speech: Promise<void>
  /** Everything that the apps of this case logged. */
  output(): string
  close(): Promise<void>
}

export interface ContextOptions {
  readonly service: Service
  readonly folder: string
  readonly dataFolder: string
  readonly words: number
  readonly keep: 'memory' | 'keychain'
  readonly args: readonly string[]
  readonly random: () => number
  /** How far the app's wall clock is from the true time at its start, in ms; null if it is not set. */
  readonly wallClockMs: number | null
}

/** Starts the app so that it can record. */
export async function openContext(options: ContextOptions): Promise<FaultContext> {
  const { service, folder, dataFolder, words, keep, random } = options
  const { path, said } = microphoneFile(folder, { words, startSilenceMs: 500 })
  const sound = await startSoundServer(folder)
  const wallClock =
    options.wallClockMs === null ? null : createWallClock(folder, options.wallClockMs)
  const apps: Parley[] = []
  const recordings: Recording[] = []
  let { args } = options
  let speech: Promise<void> | null = null

  const parley = (): Parley => {
    const last = apps.at(-1)
    if (!last) throw new Error('The app is not running')
    return last
  }
  const current = (): Recording => {
    const last = recordings.at(-1)
    if (!last || last.endedMs !== null) throw new Error('Nothing is being recorded')
    return last
  }

  async function start(others = args): Promise<void> {
    args = others
    const launch: LaunchOptions = {
      dataFolder,
      serviceUrl: service.url,
      realSound: true,
      args,
      env: { ...sound.env, ...wallClock?.env },
    }
    apps.push(throughMain(await inTurn(() => launchParley(launch))))
    const keys = await parley().value('keys:list', undefined)
    // Keys in memory are gone with their app.
    if (keys.keys.length === 0 || keep === 'memory') await chooseService(parley(), keep)
  }

  try {
    await start()
  } catch (cause) {
    await sound.kill()
    throw cause
  }
  return {
    service,
    dataFolder,
    spoken: said,
    recordings,
    random,
    get parley() {
      return parley()
    },
    get current() {
      return current()
    },
    start,
    setWallClock: (offsetMs) => {
      if (wallClock === null) throw new Error('This case does not set the clock')
      wallClock.set(offsetMs)
    },
    record: async () => {
      const id = await record(parley()).catch(async (cause: unknown) => {
        const { notices } = await parley().value('recording:status', undefined)
        throw new Error(`not recording: ${JSON.stringify(notices)}`, { cause })
      })
      recordings.push({ id, finals: [], endedMs: null })
      speech ??= sound.play(mouthOf('desk'), path)
    },
    inWindow: (script, withinMs) => inWindow(parley(), script, withinMs),
    noteFinals: async () => {
      const { id, finals } = current()
      const found = placedFinals(await transcript(parley(), id))
      // Only now: two can ask at the same time.
      const known = new Set(finals.map(({ number, startMs }) => `${number} ${startMs}`))
      for (const word of found) {
        if (!known.has(`${word.number} ${word.startMs}`)) finals.push(word)
      }
    },
    get speech() {
      if (!speech) throw new Error('Nobody speaks yet')
      return speech
    },
    output: () => apps.map((app) => app.output()).join('\n'),
    close: async () => {
      for (const app of apps) app.kill()
      await sound.kill()
    },
  }
}

/** The longest that a call can take: Stop waits for the last words. */
const callMs = 60_000

let last: Promise<unknown> = Promise.resolve()

/** Apps start one after another, because a start needs the whole computer for a moment. */
function inTurn<T>(start: () => Promise<T>): Promise<T> {
  const mine = last.then(start)
  last = mine.catch(() => undefined)
  return mine
}

/**
 * The app. Calls to the bridge of its window go through main, because Playwright cannot use a page
 * that crashed, and main can reach the new one.
 */
function throughMain(parley: Parley): Parley {
  async function call<C extends CallName>(
    name: C,
    input: CallInput<C>,
  ): Promise<Result<CallResult<C>>> {
    const script = `self.parley.call(${JSON.stringify(name)}, ${JSON.stringify(input) ?? 'undefined'})`
    return (await inWindow(parley, script, callMs)) as Result<CallResult<C>>
  }
  const value = async <C extends CallName>(name: C, input: CallInput<C>) => {
    const result = await call(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.detail ?? ''}`)
    return result.value
  }
  return Object.assign(Object.create(parley) as Parley, { call, value })
}

function inWindow(parley: Parley, script: string, withinMs: number): Promise<unknown> {
  const asked = parley.app.evaluate(({ BrowserWindow }, code) => {
    const window = BrowserWindow.getAllWindows().find((open) =>
      open.webContents.getURL().startsWith('app://window/'),
    )
    if (!window) throw new Error('No window')
    return window.webContents.executeJavaScript(code) as Promise<unknown>
  }, script)
  return answered(asked, withinMs, script)
}

/** A page that dies never answers. */
async function answered<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} was not answered`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Polls until the condition holds. A page that cannot answer now counts as no. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  what: string,
  withinMs: number,
): Promise<void> {
  let last: unknown = null
  for (const end = Date.now() + withinMs; Date.now() < end; await wait(200)) {
    try {
      if (await holds()) return
      last = null
    } catch (cause) {
      last = cause
    }
  }
  const why = last instanceof Error ? `: ${last.message.split('\n')[0]}` : ''
  throw new Error(`not within ${withinMs / 1_000} s: ${what}${why}`)
}

/** The highest number of a tone word in the meeting; -1 without words. */
export async function newestWord({ parley, current }: FaultContext): Promise<number> {
  const { turns } = await transcript(parley, current.id)
  return Math.max(-1, ...turns.flatMap(({ text }) => wordNumbers(text)))
}

/** The folder of one case on the small disk. */
export function onSmallDisk(name: string): string {
  if (smallDisk === null) throw new Error('There is no small disk in this session')
  return join(smallDisk, name)
}
