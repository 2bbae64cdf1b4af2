import type Electron from 'electron'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import type { Result } from '../../common/errors'
import type { SettingsPatch } from '../../common/model'
import { messages } from '../../common/text/window'
import type { Verb } from '../../common/verbs'
import { evaluateInMain, evaluateInPage, evaluateInWorker } from '../../scripts/devtools'
import { launchSpec } from '../../scripts/launch'
import { launchArguments, launchParley, type LaunchOptions, type Parley } from '../e2e/app'
import { chooseService } from '../e2e/recording'
import { killAll, processesWith } from '../e2e/process-tree'

/** What can run a function in a page or a worker; Playwright's pages can, too. */
export interface Evaluator {
  evaluate<T>(run: string | (() => T)): Promise<T>
}

/** The same for main; the function gets the module of Electron. */
export interface MainEvaluator {
  evaluate<T>(run: (electron: typeof Electron) => T): Promise<Awaited<T>>
  evaluate<T, A>(run: (electron: typeof Electron, value: A) => T, value: A): Promise<Awaited<T>>
}

/**
 * The app as a person starts it. Playwright watches the network and the consoles of all pages, which
 * takes as much processor time as a recording; here each call connects, evaluates and lets go.
 */
export interface PlainApp {
  readonly dataFolder: string
  /** The process that all of its processes descend from. */
  readonly pid: number
  /** A call over the bridge of the window that must succeed; returns its value. */
  readonly value: Parley['value']
  readonly main: MainEvaluator
  readonly window: Evaluator
  readonly recorder: Evaluator
  /** Presses Record in the window. Returns when it was pressed, in ms since 1970. */
  pressRecord(): Promise<number>
  /** Ends the recording from the command line. Resolves when the last words are stored. */
  stop(): Promise<void>
  kill(): void
}

/** The socket of the command line is there when all features have started. */
const startedMs = 20_000
const lookEveryMs = 50

/** Prepares an installation in which the service is chosen, as on any day after the first. */
export async function installed(options: LaunchOptions, patch: SettingsPatch = {}): Promise<void> {
  const first = await launchParley(options)
  await chooseService(first, 'keychain')
  await first.value('settings:set', patch)
  await first.quit()
}

/** Starts the app, and waits until all of it has started. */
export async function startPlain(options: LaunchOptions): Promise<PlainApp> {
  const { dataFolder } = options
  const [port, mainPort] = [await freePort(), await freePort()]
  const debugging = [`--remote-debugging-port=${port}`, `--inspect=${mainPort}`]
  const { executablePath, args, env, cwd } = launchSpec({
    args: [...launchArguments(options), ...debugging],
    env: options.env ?? {},
  })
  const child = spawn(executablePath, args, { env, cwd, stdio: 'ignore' })
  const kill = () => killAll(processesWith(dataFolder))
  const socket = join(dataFolder, 'control.sock')
  for (let waited = 0; !existsSync(socket); waited += lookEveryMs) {
    if (waited > startedMs) {
      kill()
      throw new Error('Parley did not start')
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
  const evaluator = (at: (expression: string) => Promise<unknown>): Evaluator => ({
    evaluate: async (run) => (await at(callOf(run))) as never,
  })
  const window = evaluator((call) => evaluateInPage(port, 'app://window/', call))
  return {
    dataFolder,
    pid: child.pid ?? 0,
    value: async (name, input) => {
      const call = `self.parley.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`
      const result = await window.evaluate<Result<never>>(call)
      if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
      return result.value
    },
    main: {
      evaluate: async (run: (electron: never, value: never) => unknown, value?: unknown) =>
        (await evaluateInMain(mainPort, mainCallOf(run, value))) as never,
    },
    window,
    recorder: evaluator((call) => evaluateInWorker(port, 'app://recorder/', call)),
    stop: () => order(socket, 'toggle-recording'),
    pressRecord: async () => Number(await window.evaluate(press(messages.shell.newRecording))),
    kill,
  }
}

/** Sends a verb of the command line, and waits for the answer. */
function order(address: string, verb: Verb): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(address, () => socket.end(`${verb}\n`))
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.resume()
  })
}

/** A function as an expression. tsx wraps named functions in a helper, which the app lacks. */
function callOf(run: string | (() => unknown)): string {
  return typeof run === 'string' ? run : `${withHelper}(${run.toString()})()`
}

function mainCallOf(run: (electron: never, value: never) => unknown, value: unknown): string {
  const electron = "process.mainModule.require('electron')"
  return `${withHelper}(${run.toString()})(${electron}, ${JSON.stringify(value)})`
}

const withHelper = 'globalThis.__name = (value) => value;'

/**
 * Presses the first button with this text, as soon as it is there. Its value is the time of the press,
 * in ms since 1970.
 */
export function press(text: string): string {
  return `new Promise((resolve) => {
    const named = ({ textContent }) => textContent.includes(${JSON.stringify(text)})
    const look = () => {
      const button = [...document.querySelectorAll('button')].find(named)
      if (button === undefined) return setTimeout(look, ${lookEveryMs})
      resolve(performance.timeOrigin + performance.now())
      button.click()
    }
    look()
  })`
}

/** A port that no program listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
