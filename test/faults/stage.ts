import { join } from 'node:path'
import type { CallInput, CallName, CallResult } from '../../preload/contract'
import type { Result } from '../../preload/errors'
import { wordNumbers } from '../speech/tones'
import { launchParley, type LaunchOptions, type Parley } from '../e2e/app'
import { mouthOf, startSoundServer } from '../e2e/sound-server'
import { chooseService, microphoneFile, record, transcript } from '../e2e/recording'
import { smallDisk } from '../e2e/small-disk'
import type { Service } from '../service/service'
import type { ToneSpeech } from '../speech/tones'
import { placedFinals, type PlacedWord } from './truth'

/** One recording of a case. */
export interface Recording {
  readonly id: string
  /** Words that stood in a final while it was watched. */
  readonly finals: PlacedWord[]
  /** Its length: at Stop, or when the app was killed. */
  endedMs: number | null
}

/** What a case acts upon: the real app in front of the simulator, hearing tone-coded speech. */
export interface Stage {
  readonly service: Service
  readonly dataFolder: string
  readonly said: ToneSpeech
  readonly recordings: Recording[]
  /** 0 to 1, the same row for the same seed. */
  readonly random: () => number
  /** The app that runs now. */
  readonly parley: Parley
  /** The recording that is on. */
  readonly current: Recording
  /** Starts the app again, after it ended; with other arguments from now on where some are given. */
  start(args?: readonly string[]): Promise<void>
  /** Presses Record. */
  record(): Promise<void>
  /** Runs a script in the window, also in one that was made again; throws where it is not answered. */
  inWindow(script: string, withinMs: number): Promise<unknown>
  /** Notes what is final by now. */
  watch(): Promise<void>
  /** Resolves once all is said; begun with the first recording, it goes on whatever becomes of the app. */
  readonly speech: Promise<void>
  /** All that the apps of this case wrote. */
  output(): string
  close(): Promise<void>
}

export interface StageOptions {
  readonly service: Service
  readonly folder: string
  readonly dataFolder: string
  readonly words: number
  readonly keep: 'memory' | 'keychain'
  readonly args: readonly string[]
  readonly random: () => number
}

/** Opens the app, ready to record. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const { service, folder, dataFolder, words, keep, random } = options
  const { path, said } = microphoneFile(folder, { words, startSilenceMs: 500 })
  const sound = await startSoundServer(folder)
  const apps: Parley[] = []
  const recordings: Recording[] = []
  let { args } = options
  let speech: Promise<void> | null = null

  const parley = (): Parley => {
    const last = apps.at(-1)
    if (!last) throw new Error('No app runs')
    return last
  }
  const current = (): Recording => {
    const last = recordings.at(-1)
    if (!last || last.endedMs !== null) throw new Error('No recording is on')
    return last
  }

  async function start(others = args): Promise<void> {
    args = others
    const launch: LaunchOptions = {
      dataFolder,
      serviceUrl: service.url,
      realSound: true,
      args,
      env: sound.env,
    }
    apps.push(throughMain(await inTurn(() => launchParley(launch))))
    const keys = await parley().value('keys:list', undefined)
    // What was kept in memory is gone with its app.
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
    said,
    recordings,
    random,
    get parley() {
      return parley()
    },
    get current() {
      return current()
    },
    start,
    record: async () => {
      const id = await record(parley()).catch(async (cause: unknown) => {
        const { notices } = await parley().value('recording:status', undefined)
        throw new Error(`not recording: ${JSON.stringify(notices)}`, { cause })
      })
      recordings.push({ id, finals: [], endedMs: null })
      speech ??= sound.play(mouthOf('desk'), path)
    },
    inWindow: (script, withinMs) => inWindow(parley(), script, withinMs),
    watch: async () => {
      const { id, finals } = current()
      const known = new Set(finals.map(({ number, startMs }) => `${number} ${startMs}`))
      for (const word of placedFinals(await transcript(parley(), id))) {
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

/** The longest that a call takes: Stop waits for the last words. */
const callMs = 60_000

let last: Promise<unknown> = Promise.resolve()

/** Apps start one after the other: a start takes all of a computer for a moment. */
function inTurn<T>(start: () => Promise<T>): Promise<T> {
  const mine = last.then(start)
  last = mine.catch(() => undefined)
  return mine
}

/**
 * The app, with the bridge of its window called through main: a page that crashed is dead for
 * Playwright, and main reaches the one that takes its place.
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

/** What is asked of a page that dies meanwhile is never answered. */
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

/** Asks until it holds; what a page cannot answer at the moment does not hold yet. */
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

/** The highest number of a tone word in the meeting; -1 before any. */
export async function newestWord({ parley, current }: Stage): Promise<number> {
  const { turns } = await transcript(parley, current.id)
  return Math.max(-1, ...turns.flatMap(({ text }) => wordNumbers(text)))
}

/** The folder of one case on the disk that can be filled. */
export function onSmallDisk(name: string): string {
  if (smallDisk === null) throw new Error('There is no small disk in this session')
  return join(smallDisk, name)
}
