import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, errors, expect, type ElectronApplication, type Page } from '@playwright/test'
import { launchSpec } from '../../scripts/launch.mjs'
import type { CallInput, CallName, CallResult } from '../../preload/contract'
import type { ErrorCode, Result } from '../../preload/errors'
import { killAll, processTree } from './process-tree'

export interface LaunchOptions {
  /** Where the app keeps its data; the same folder again is the same installation. */
  readonly dataFolder: string
  readonly serviceUrl?: string
  /** A 48 kHz mono WAV that is heard once from the moment that the microphone opens. */
  readonly microphone?: string
  /** Hears the devices of the sound server in `env` instead of the browser's fake ones. */
  readonly realSound?: boolean
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Leaves the settings as a new installation has them; else the microphone alone is heard at first. */
  readonly asNew?: boolean
  /** The folder of the app where it is not the project's: one that runs something before it. */
  readonly appFolder?: string
}

/** The real app, running. */
export interface Parley {
  readonly app: ElectronApplication
  /** The window that a person sees. */
  readonly window: Page
  readonly dataFolder: string
  /** All that the app wrote to its output, and that its pages wrote to their consoles. */
  output(): string
  /** A call over the bridge of the window. */
  readonly call: <C extends CallName>(
    name: C,
    input: CallInput<C>,
  ) => Promise<Result<CallResult<C>>>
  /** A call that must succeed. */
  readonly value: <C extends CallName>(name: C, input: CallInput<C>) => Promise<CallResult<C>>
  /** A window of the app, once more, where the first one was closed. */
  nextWindow(): Promise<Page>
  /** Quits as a person does. */
  quit(): Promise<void>
  /** Ends every process at once. */
  kill(): void
  /** Sends a signal to every process. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void
}

const windowUrl = 'app://window/'
/** How long a start may take. */
const launchMs = 20_000
/** How long a quit may take before it counts as hanging. */
const quitMs = 15_000

function launchArguments(options: LaunchOptions): string[] {
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

/** Most tests have no sound server, and the system audio of none would be missed. */
function hearMicrophoneAlone(dataFolder: string): void {
  const path = join(dataFolder, 'settings.json')
  if (existsSync(path)) return
  const settings = { sources: { microphone: true, system: false } }
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(path, JSON.stringify({ version: 1, settings, keys: [], keyInUse: null }))
}

/** Where two start at once, Playwright may lose hold of one that runs: it is started once more. */
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

/** Starts the app and waits for its window. */
export async function launchParley(options: LaunchOptions): Promise<Parley> {
  if (!options.asNew) hearMicrophoneAlone(options.dataFolder)
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

  return {
    app,
    get window() {
      return window
    },
    dataFolder: options.dataFolder,
    output: () => lines.join(''),
    call,
    value: async (name, input) => {
      const result = await call(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.detail ?? ''}`)
      return result.value
    },
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

/** The code of a failed result, or null. */
export function codeOf(result: Result<unknown>): ErrorCode | null {
  return result.ok ? null : result.error.code
}

/** The page of a role: the one that records, or one that a person sees. */
export function pageOf(parley: Parley, role: 'recorder' | 'window' | 'captions'): Page {
  const page = parley.app.windows().find((open) => open.url().startsWith(`app://${role}/`))
  if (!page) throw new Error(`No ${role} page`)
  return page
}

/** Opens the captions window; answers with its page once it is drawn. */
export async function openCaptions(parley: Parley): Promise<Page> {
  await parley.value('captions:show', { shown: true })
  return captionsPage(parley)
}

/** The page of the captions, which are opening or open. */
export async function captionsPage(parley: Parley): Promise<Page> {
  const open = () => parley.app.windows().filter((page) => page.url().includes('//captions/'))
  await expect.poll(() => open().length).toBe(1)
  const page = pageOf(parley, 'captions')
  await page.getByRole('main').waitFor()
  return page
}
