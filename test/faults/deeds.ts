import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ErrorCode } from '../../preload/errors'
import { errorSentences } from '../../preload/error-sentences'
import { killAll, processTree } from '../e2e/process-tree'
import { transcript } from '../e2e/recording'
import { fill } from '../e2e/small-disk'
import type { Fault, KnobsPatch, Opening, TokenAnswer } from '../service/knobs'
import { wordText } from '../speech/tones'
import { newestWord, until, wait, type Stage } from './stage'

/** One thing that is done to the app, or waited for, while it records. */
export type Deed = (stage: Stage) => Promise<void>

const wordMs = 60_000
const breathMs = 1_500
/** A window that was killed does not answer what it was asked before. */
const answerMs = 2_000

/** Until this word, or a later one, stands in the meeting. */
export function heard(number: number, withinMs = wordMs): Deed {
  return (stage) =>
    until(async () => (await newestWord(stage)) >= number, `word ${number} in the text`, withinMs)
}

export const pause =
  (ms: number): Deed =>
  () =>
    wait(ms)

export const goOffline: Deed = ({ service }) => service.goOffline()
export const goOnline: Deed = ({ service }) => service.goOnline()

/** Every connection breaks and none can be made, as with an unplugged cable. */
export function offline(ms: number): Deed {
  return async ({ service }) => {
    await service.goOffline()
    await wait(ms)
    await service.goOnline()
  }
}

/** The network goes away for `awayMs` every `everyMs`, for this long. */
export function flapping(everyMs: number, awayMs: number, forMs: number): Deed {
  return async (stage) => {
    for (const end = Date.now() + forMs; Date.now() < end;) {
      await offline(awayMs)(stage)
      await wait(everyMs - awayMs)
    }
  }
}

export const strike =
  (fault: Fault): Deed =>
  async ({ service }) => {
    if (service.strike(fault) !== 1) throw new Error('There was not one session to strike')
  }

export const error = (code: number, text: string): Fault => ({ kind: 'error', code, text })

/** From now on the simulator is like this. */
export const configure =
  (patch: KnobsPatch): Deed =>
  async ({ service }) =>
    service.configure(patch)

/** The next connections end like this, and so does the one that is open. */
export function reopening(...openings: readonly Opening[]): readonly Deed[] {
  return [configure({ session: { openings } }), strike({ kind: 'cut' })]
}

/** The next requests for a token are answered like this; one is needed at once. */
export function tokens(...answers: readonly TokenAnswer[]): readonly Deed[] {
  return [configure({ token: { answers } }), strike({ kind: 'cut' })]
}

/** The status says so, to be read in the window. */
export function says(code: ErrorCode, withinMs = 20_000): Deed {
  const told = async ({ parley }: Stage) =>
    (await parley.value('recording:status', undefined)).notices.some((one) => one.code === code)
  const shown = ({ parley }: Stage) => parley.window.getByText(errorSentences[code]).first()
  return (stage) =>
    until(
      async () => (await told(stage)) && (await shown(stage).isVisible()),
      `"${code}" in the status`,
      withinMs,
    )
}

/** The sentence of this code is gone again. */
export function saysNoMore(code: ErrorCode, withinMs = 30_000): Deed {
  const told = async ({ parley }: Stage) =>
    (await parley.value('recording:status', undefined)).notices.some((one) => one.code === code)
  return (stage) => until(async () => !(await told(stage)), `no "${code}" in the status`, withinMs)
}

/** The status line says this in a word or two. */
export function chip(text: string, withinMs = 20_000): Deed {
  return ({ parley }) =>
    until(
      () => parley.window.locator('[data-fact=notice]').filter({ hasText: text }).isVisible(),
      `"${text}" in the status line`,
      withinMs,
    )
}

type Role = 'window' | 'recorder'

async function processOf({ parley }: Stage, role: Role): Promise<number> {
  return parley.app.evaluate(({ BrowserWindow }, host) => {
    const page = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().startsWith(`app://${host}/`),
    )
    return page?.webContents.getOSProcessId() ?? 0
  }, role)
}

/** SIGKILL for the process of a page. */
export function killPage(role: Role): Deed {
  return async (stage) => {
    const pid = await processOf(stage, role)
    process.kill(pid, 'SIGKILL')
  }
}

/** The recorder page runs for ever in one place. */
export const hangRecorder: Deed = ({ parley }) =>
  parley.app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().startsWith('app://recorder/'),
    )
    // Not awaited: the page never answers.
    void page?.webContents.executeJavaScript('for (;;) {}')
  })

export const reloadWindow: Deed = async ({ parley }) => {
  await parley.app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().startsWith('app://window/'),
    )
    page?.webContents.reload()
  })
}

/** All processes of the app stand still. */
export function freeze(ms: number): Deed {
  return async ({ parley }) => {
    parley.signal('SIGSTOP')
    await wait(ms)
    parley.signal('SIGCONT')
  }
}

/** SIGKILL for the main process alone; the others must end by themselves. */
export const killMain: Deed = async (stage) => {
  await stage.watch()
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

export const restart: Deed = (stage) => stage.start()

/** Kills the main process at a random moment and starts the app again, so many times. */
export function killedAtRandom(times: number, fromMs: number, toMs: number): Deed {
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
export const stop: Deed = async (stage) => {
  await stage.watch()
  const { parley, current } = stage
  await parley.value('recording:stop', undefined)
  const { meeting } = await transcript(parley, current.id)
  current.endedMs = meeting.durationMs
}

export const quit: Deed = ({ parley }) => parley.quit()

const fillerOf = ({ dataFolder }: Stage) => join(dirname(dataFolder), 'filler')

export const fillDisk: Deed = async (stage) => fill(fillerOf(stage))

/** The window shows this word of the meeting. */
export function shows(number: number, withinMs = 40_000): Deed {
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

/** Until all is said, and a breath after it. */
export const allSaid: Deed = async ({ speech }) => {
  await speech
  await wait(breathMs)
}

/** Until the service was asked for this. */
export function asked(method: string, path: RegExp): Deed {
  return ({ service: { log } }) =>
    log.until(
      () => log.requests.some((one) => one.method === method && path.test(one.path)),
      `${method} ${path.source}`,
      30_000,
    )
}

/** Somebody makes room. */
export const emptyDisk: Deed = async (stage) => rmSync(fillerOf(stage))
