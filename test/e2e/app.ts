import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test'
import { launchSpec } from '../../scripts/launch'
import { unpackMeetings, type Meeting } from '../../common/model'
import type { CallInput, CallResult } from '../../common/ipc/contract'
import type { CallName } from '../../common/ipc/channels'
import type { ErrorCode, Result } from '../../common/errors'
import { expect } from './expect'
import { killAll, processTree } from './process-tree'

export interface LaunchOptions {
  /** The data folder of the app; using the same folder again means the same installation. */
  readonly dataFolder: string
  readonly serviceUrl?: string
  /** A 48 kHz mono WAV that the fake microphone plays once after it opens. */
  readonly microphone?: string
  /** Uses the devices of the sound server in `env` instead of the browser's fake ones. */
  readonly realSound?: boolean
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /**
   * A new installation has a key, whose secret is not in the keychain. Without a key the app loads a
   * model of the engine on this computer.
   */
  readonly hasKey?: boolean
  /** Keeps the settings of a new installation; otherwise only the microphone is recorded at first. */
  readonly asNew?: boolean
  /**
   * The folder of the app, if it is not the project's; the soak uses one that runs code before the
   * app.
   */
  readonly appFolder?: string
}

/** The real app, running. */
export interface Parley {
  readonly app: ElectronApplication
  /** The main window. */
  readonly window: Page
  readonly dataFolder: string
  /** The output of the app and of the consoles of its pages. */
  output(): string
  /** A call over the bridge of the window. */
  readonly call: <C extends CallName>(
    name: C,
    input: CallInput<C>,
  ) => Promise<Result<CallResult<C>>>
  /** A call that must succeed; returns its value. */
  readonly value: <C extends CallName>(name: C, input: CallInput<C>) => Promise<CallResult<C>>
  /** The list of meetings as the window gets it. */
  readonly meetings: () => Promise<readonly Meeting[]>
  /** Waits for a new main window after the first one was closed. */
  nextWindow(): Promise<Page>
  /** Quits as a person does. */
  quit(): Promise<void>
  /** Kills every process immediately. */
  kill(): void
  /** Sends a signal to every process. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void
}

const windowUrl = 'app://window/'
const seededKey = { id: 'seeded', name: 'Seeded', zone: 'default', ending: '0000', check: null }
/** How long a start may take, in ms. */
const launchMs = 20_000
/** How long a quit may take before it counts as hanging, in ms. */
const quitMs = 15_000

/** The command line of the app, without its own folder. */
export function launchArguments(options: LaunchOptions): string[] {
  return [
    `--user-data-dir=${options.dataFolder}`,
    ...(options.serviceUrl ? [`--service-url=${options.serviceUrl}`] : []),
    ...(options.realSound
      ? []
      : ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']),
    ...(options.microphone
      ? [`--use-file-for-fake-audio-capture=${options.microphone}%noloop`]
      : []),
    ...(options.args ?? []),
  ]
}

/**
 * Most tests have no sound server, so system audio is off; otherwise it would be reported as
 * missing.
 */
function hearMicrophoneAlone({ dataFolder, hasKey = false }: LaunchOptions): void {
  const path = join(dataFolder, 'settings.json')
  if (existsSync(path)) return
  const settings = {
    sources: { microphone: true, system: false },
    firstRunDone: true,
    engine: 'service',
  }
  const keys = hasKey ? [seededKey] : []
  const keyInUse = hasKey ? seededKey.id : null
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(path, JSON.stringify({ version: 1, settings, keys, keyInUse }))
}

/** If two apps start at once, Playwright can lose the connection to one; then it is started again. */
async function launchApp(options: LaunchOptions): Promise<ElectronApplication> {
  const launch = () =>
    _electron.launch({
      ...launchSpec({
        args: launchArguments(options),
        env: options.env ?? {},
        app: options.appFolder,
      }),
      timeout: launchMs,
    })
  try {
    return await launch()
  } catch (cause) {
    if (!(cause instanceof errors.TimeoutError)) throw cause
    return launch()
  }
}

/** Starts the app and waits for its window, and for what starts after the window is drawn. */
export async function launchParley(options: LaunchOptions): Promise<Parley> {
  if (!options.asNew) hearMicrophoneAlone(options)
  const app = await launchApp(options)
  const lines: string[] = []
  const pid = app.process().pid ?? 0
  const collect = (data: Buffer) => void lines.push(data.toString())
  app.process().stdout?.on('data', collect)
  app.process().stderr?.on('data', collect)
  const listen = (page: Page): void => {
    page.on('console', (message) => lines.push(`[${page.url()}] ${message.text()}\n`))
    page.on('pageerror', (error) => lines.push(`[${page.url()}] ${error.stack ?? error.message}\n`))
  }
  app.on('window', listen)
  app.windows().forEach(listen)

  async function findWindow(): Promise<Page> {
    const open = () =>
      app.windows().find((page) => !page.isClosed() && page.url().startsWith(windowUrl))
    for (const until = Date.now() + 30_000; Date.now() < until;) {
      const found = open()
      if (found) {
        await found.waitForLoadState()
        return found
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`No window:\n${lines.join('')}`)
  }

  let window: Page
  try {
    window = await findWindow()
    await hasRecorder(app)
  } catch (cause) {
    killAll(processTree(pid))
    throw cause
  }

  async function call<C extends CallName>(
    name: C,
    input: CallInput<C>,
  ): Promise<Result<CallResult<C>>> {
    return await window.evaluate(
      ([channel, argument]) => self.parley.call(channel, argument as never),
      [name, input] as const,
    )
  }

  async function value<C extends CallName>(name: C, input: CallInput<C>): Promise<CallResult<C>> {
    const result = await call(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.detail ?? ''}`)
    return result.value
  }

  return {
    app,
    get window() {
      return window
    },
    dataFolder: options.dataFolder,
    output: () => lines.join(''),
    call,
    value,
    meetings: async () => unpackMeetings(await value('meetings:list', undefined)),
    nextWindow: async () => {
      window = await findWindow()
      return window
    },
    quit: async () => {
      const tree = processTree(pid)
      const closed = app.close()
      const late = new Promise<never>((_resolve, reject) =>
        setTimeout(() => reject(new Error('The app did not quit')), quitMs).unref(),
      )
      try {
        await Promise.race([closed, late])
      } finally {
        killAll(tree.filter((info) => info.pid !== pid))
      }
    },
    kill: () => killAll(processTree(pid)),
    signal: (name) => {
      for (const info of processTree(pid)) process.kill(info.pid, name)
    },
  }
}

/** Waits for the recorder, which is opened once the window is drawn. */
async function hasRecorder(app: ElectronApplication): Promise<void> {
  const isOpen = () => app.windows().some((page) => page.url().startsWith('app://recorder/'))
  await expect.poll(isOpen, { timeout: launchMs, intervals: [20] }).toBe(true)
}

/** The code of a failed result, or null. */
export function codeOf(result: Result<unknown>): ErrorCode | null {
  return result.ok ? null : result.error.code
}

/** The page of this role. */
export function pageOf(parley: Parley, role: 'recorder' | 'window' | 'captions'): Page {
  const page = parley.app.windows().find((open) => open.url().startsWith(`app://${role}/`))
  if (!page) throw new Error(`No ${role} page`)
  return page
}

/** Opens the captions window. Returns its page when it is drawn. */
export async function openCaptions(parley: Parley): Promise<Page> {
  await parley.value('captions:show', { shown: true })
  return captionsPage(parley)
}

/** Waits for the page of the captions, which are opening or open. */
export async function captionsPage(parley: Parley): Promise<Page> {
  const open = () => parley.app.windows().filter((page) => page.url().includes('//captions/'))
  await expect.poll(() => open().length).toBe(1)
  const page = pageOf(parley, 'captions')
  await page.getByRole('main').waitFor()
  return page
}
