import { spawn } from 'node:child_process'
import { existsSync, writeSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { app } from 'electron'
import { monotonicNow } from '../../common/clock'
import { errorValue } from '../../common/errors'
import { controlAddress } from './address'
import { recordsFirst, startingVerbs, verbNames, type Verb } from '../../common/verbs'

/** How long a started app may take until it answers, in ms. */
const startMs = 30_000
const retryMs = 25
/** A stop answers when the last words are written. */
const answerMs = 90_000
const longestAnswer = 100_000

const exitCodes = { ok: 0, refused: 3, notRunning: 4 } as const

/** Asks the app that listens there. Returns its line, or null if none listens. */
function ask(address: string, verb: Verb): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(address)
    let answer = ''
    socket.setEncoding('utf8')
    socket.setTimeout(answerMs, () => socket.destroy())
    socket.on('connect', () => socket.end(`${verb}\n`))
    socket.on('data', (text: string) => {
      answer += text
      if (answer.length > longestAnswer) socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer.endsWith('\n') ? answer : null))
  })
}

/** Whether an app may listen there: on Windows, only a connection shows that. */
function hasSocket(address: string): boolean {
  return process.platform === 'win32' || existsSync(address)
}

/** Starts the app as this person does, without the verb. It outlives this process. */
function startApp(verb: Verb): void {
  const program = process.env['APPIMAGE'] ?? process.execPath
  const own = new Set(verbNames.map((name) => `--${name}`))
  const args = process.argv.slice(1).filter((argument) => !own.has(argument))
  if (verb === 'toggle-recording') args.push(`--${recordsFirst}`)
  spawn(program, args, { detached: true, stdio: 'ignore' }).unref()
}

/**
 * Blocks this process until the app listens, on systems where a file shows that. Its Chromium would
 * start meanwhile, for nothing, and take the processor from that of the app.
 */
function waitForSocket(address: string): void {
  if (process.platform === 'win32') return
  const sleeping = new Int32Array(new SharedArrayBuffer(4))
  for (const until = monotonicNow() + startMs; monotonicNow() < until && !existsSync(address);) {
    Atomics.wait(sleeping, 0, 0, retryMs)
  }
}

/** The answer of the app that runs, or that this starts; null if there is none. */
async function answerOf(verb: Verb): Promise<string | null> {
  const address = controlAddress(app.getPath('userData'), process.platform, tmpdir())
  // Without its socket no app listens, which is known before Chromium is ready and a connection can fail.
  const first = hasSocket(address) ? await ask(address, verb) : null
  if (first !== null || !startingVerbs.has(verb)) return first
  startApp(verb)
  waitForSocket(address)
  for (const until = monotonicNow() + startMs; monotonicNow() < until;) {
    const answer = await ask(address, verb)
    if (answer !== null) return answer
    await wait(retryMs)
  }
  return null
}

/**
 * Prints the answer to this verb as one line of JSON, and ends this process. Resolves to false if no app
 * answers.
 */
export async function answerByRunningApp(verb: Verb): Promise<boolean> {
  const line = await answerOf(verb)
  if (line !== null) printAndExit(line)
  return line !== null
}

/** Prints that no app answers to this verb, and ends this process. */
export function sayNotRunning(verb: Verb): void {
  const { code, sentence } = errorValue('app-not-running')
  const answer =
    verb === 'status'
      ? { ok: true, running: false }
      : { ok: false, running: false, error: { code, sentence } }
  printAndExit(`${JSON.stringify(answer)}\n`)
}

function printAndExit(line: string): void {
  writeSync(1, line)
  const { ok, running } = JSON.parse(line) as { ok: boolean; running: boolean }
  app.exit(ok ? exitCodes.ok : running ? exitCodes.refused : exitCodes.notRunning)
}
