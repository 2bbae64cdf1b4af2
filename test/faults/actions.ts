import { existsSync, rmSync, statSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ErrorCode } from '../../common/errors'
import { errorSentences } from '../../common/text'
import { reserveBytes } from '../../main/audio-files/reserve'
import { killAll, processTree } from '../e2e/process-tree'
import { transcript } from '../e2e/recording'
import { fill } from '../e2e/small-disk'
import type { Fault, BehaviourPatch, Opening, TokenAnswer } from '../service/options'
import { wordText } from '../speech/tones'
import { newestWord, until, wait, type FaultContext } from './context'

/** One thing that a case does to the app, or waits for, while the app records. */
export type Action = (stage: FaultContext) => Promise<void>

const wordMs = 60_000
const breathMs = 1_500
/** A window that was killed does not answer earlier calls. */
const answerMs = 2_000

/** Waits until this word, or a later one, is in the meeting. */
export function transcribed(number: number, withinMs = wordMs): Action {
  return (stage) =>
    until(async () => (await newestWord(stage)) >= number, `word ${number} in the text`, withinMs)
}

export const pause =
  (ms: number): Action =>
  () =>
    wait(ms)

/** Sets the wall clock of all processes of the app this far from the true time. */
export const setClock =
  (offsetMs: number): Action =>
  async (stage) => {
    stage.setWallClock(offsetMs)
    // A step that did not reach every process would show nothing.
    const clocks = await stage.parley.app.evaluate(async ({ BrowserWindow }) => [
      Date.now(),
      ...(await Promise.all(
        BrowserWindow.getAllWindows().map(
          (page) => page.webContents.executeJavaScript('Date.now()') as Promise<number>,
        ),
      )),
    ])
    const wrong = clocks.filter((at) => Math.abs(at - offsetMs - Date.now()) > 5_000)
    if (clocks.length < 3 || wrong.length > 0) throw new Error(`clocks not set: ${clocks.join()}`)
  }

/** Waits until the status shows no problem. */
export const showsNothing: Action = async ({ parley }) => {
  const { notices } = await parley.value('recording:status', undefined)
  if (notices.length > 0)
    throw new Error(`the status shows ${notices.map(({ code }) => code).join()}`)
}

export const goOffline: Action = ({ service }) => service.goOffline()
export const goOnline: Action = ({ service }) => service.goOnline()

/** Breaks every connection and allows no new one, like an unplugged cable. */
export function offline(ms: number): Action {
  return async ({ service }) => {
    await service.goOffline()
    await wait(ms)
    await service.goOnline()
  }
}

/** The network goes away for `awayMs` every `everyMs`, for this long. */
export function flapping(everyMs: number, awayMs: number, forMs: number): Action {
  return async (stage) => {
    for (const end = Date.now() + forMs; Date.now() < end;) {
      await offline(awayMs)(stage)
      await wait(everyMs - awayMs)
    }
  }
}

export const inject =
  (fault: Fault): Action =>
  async ({ service }) => {
    if (service.inject(fault) !== 1) throw new Error('No session was open')
  }

export const error = (code: number, text: string): Fault => ({ kind: 'error', code, text })

/** Changes how the simulator behaves from now on. */
const configure =
  (patch: BehaviourPatch): Action =>
  async ({ service }) =>
    service.configure(patch)

/** Ends the open connection, and the next ones, like this. */
export function reopening(...openings: readonly Opening[]): readonly Action[] {
  return [configure({ session: { openings } }), inject({ kind: 'cut' })]
}

/** Answers the next token requests like this, and makes the app need a token at once. */
export function tokens(...answers: readonly TokenAnswer[]): readonly Action[] {
  return [configure({ token: { answers } }), inject({ kind: 'cut' })]
}

/** Waits until the window shows the sentence of this code. */
export function showsNotice(code: ErrorCode, withinMs = 20_000): Action {
  const told = async ({ parley }: FaultContext) =>
    (await parley.value('recording:status', undefined)).notices.some((one) => one.code === code)
  const shown = ({ parley }: FaultContext) => parley.window.getByText(errorSentences[code]).first()
  return (stage) =>
    until(
      async () => (await told(stage)) && (await shown(stage).isVisible()),
      `"${code}" in the status`,
      withinMs,
    )
}

/** Waits until the sentence of this code is gone. */
export function noticeGone(code: ErrorCode, withinMs = 30_000): Action {
  const told = async ({ parley }: FaultContext) =>
    (await parley.value('recording:status', undefined)).notices.some((one) => one.code === code)
  return (stage) => until(async () => !(await told(stage)), `no "${code}" in the status`, withinMs)
}

/** Waits until the status line shows this. */
export function chip(text: string, withinMs = 20_000): Action {
  return ({ parley }) =>
    until(
      () => parley.window.locator('[data-status=notice]').filter({ hasText: text }).isVisible(),
      `"${text}" in the status line`,
      withinMs,
    )
}

type Role = 'window' | 'recorder'

async function processOf({ parley }: FaultContext, role: Role): Promise<number> {
  return parley.app.evaluate(({ BrowserWindow }, host) => {
    const page = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().startsWith(`app://${host}/`),
    )
    return page?.webContents.getOSProcessId() ?? 0
  }, role)
}

/** Kills the process of a page with SIGKILL. */
export function killPage(role: Role): Action {
  return async (stage) => {
    const pid = await processOf(stage, role)
    process.kill(pid, 'SIGKILL')
  }
}

/** Blocks the recorder page with an endless loop. */
export const hangRecorder: Action = ({ parley }) =>
  parley.app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().startsWith('app://recorder/'),
    )
    // Not awaited: the page never answers.
    void page?.webContents.executeJavaScript('for (;;) {}')
  })

export const reloadWindow: Action = async ({ parley }) => {
  await parley.app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().startsWith('app://window/'),
    )
    page?.webContents.reload()
  })
}

/** Stops all processes of the app with SIGSTOP for a while. */
export function freeze(ms: number): Action {
  return async ({ parley }) => {
    parley.signal('SIGSTOP')
    await wait(ms)
    parley.signal('SIGCONT')
  }
}

/** Kills only the main process with SIGKILL; the others must end by themselves. */
const killMain: Action = async (stage) => {
  await stage.noteFinals()
  const { parley, current } = stage
  const pid = parley.app.process().pid ?? 0
  const others = processTree(pid).filter((info) => info.pid !== pid)
  const { elapsedMs } = await parley.value('recording:status', undefined)
  const asked = Date.now()
  process.kill(pid, 'SIGKILL')
  current.endedMs = elapsedMs + Date.now() - asked
  const alive = () => others.filter((info) => processTree(info.pid).length > 0)
  await until(() => alive().length === 0, 'the other processes end', 10_000).finally(() =>
    killAll(alive()),
  )
}

/** SIGKILL for every process. */
export const killApp: Action = ({ parley }) => Promise.resolve(parley.kill())

export const restart: Action = (stage) => stage.start()

/** Kills the main process at a random moment and starts the app again, this many times. */
export function killedAtRandom(times: number, fromMs: number, toMs: number): Action {
  return async (stage) => {
    for (let time = 0; time < times; time += 1) {
      if (time > 0) await stage.record()
      await wait(fromMs + stage.random() * (toMs - fromMs))
      await killMain(stage)
      await stage.start()
    }
  }
}

/** Presses Stop. */
export const stop: Action = async (stage) => {
  await stage.noteFinals()
  const { parley, current } = stage
  await parley.value('recording:stop', undefined)
  const { meeting } = await transcript(parley, current.id)
  current.endedMs = meeting.durationMs
}

export const quit: Action = ({ parley }) => parley.quit()

const reserveOf = ({ dataFolder }: FaultContext) => join(dataFolder, 'library', 'reserve')
const fillerOf = ({ dataFolder }: FaultContext) => join(dirname(dataFolder), 'filler')

/**
 * Leaves the space that is reserved for the text: if the app notices the full disk while the file still
 * grows, the file has taken that space too.
 */
export const fillDisk: Action = async (stage) => {
  const filler = fillerOf(stage)
  const hadReserve = existsSync(reserveOf(stage))
  fill(filler)
  if (hadReserve && !existsSync(reserveOf(stage))) {
    truncateSync(filler, statSync(filler).size - reserveBytes)
  }
}

/** Takes the space for the text too, as soon as the app has released it. */
export const fillReserve: Action = async (stage) => {
  const isReleased = () => Promise.resolve(!existsSync(reserveOf(stage)))
  await until(isReleased, 'the space for the text is released', 20_000)
  fill(fillerOf(stage))
}

/** Waits until the window shows this word of the meeting. */
export function shows(number: number, withinMs = 40_000): Action {
  const word = wordText(number)
  return (stage) =>
    until(
      async () =>
        String(await stage.inWindow('document.body.innerText', answerMs))
          .toLowerCase()
          .includes(word),
      `${word} in the window`,
      withinMs,
    )
}

/** Waits until everything was said, and a little longer. */
export const speechOver: Action = async ({ speech }) => {
  await speech
  await wait(breathMs)
}

/** Waits until the service has received this request. */
export function requested(method: string, path: RegExp): Action {
  return ({ service: { log } }) =>
    log.until(
      () => log.requests.some((one) => one.method === method && path.test(one.path)),
      `${method} ${path.source}`,
      30_000,
    )
}

/** Frees space on the disk. */
export const emptyDisk: Action = async (stage) => rmSync(fillerOf(stage))
