import { errorValue, fail, ok, type ErrorValue, type Result } from '../../common/errors'
import type { PlayingProgram } from '../../common/model'
import type { Log } from '../platform'
import { fromProcessSchema, type FromProcess, type ToProcess } from './messages'

/** How long the process may take to answer, in ms. */
const answerMs = 4_000

/** The part of the process, or of the thread, that main uses; `Port` is what carries its sound to the recorder. */
export interface SoundChild<Port> {
  postMessage(message: ToProcess, port?: Port): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: () => void): void
  kill(): void
}

export interface SystemSoundOptions<Port> {
  /** null where no program's sound can be heard by itself. */
  readonly fork: (() => SoundChild<Port>) | null
  /** A thread that says what plays; null in the same places. */
  readonly startThread: (() => SoundChild<never>) | null
  /** Two ends of one connection. */
  readonly createPorts: () => { readonly here: Port; readonly there: Port }
  readonly ownPid: number
  readonly program: () => string | null
  readonly log: Log
}

/** What other programs play, on every output of this computer. */
export interface SystemSound<Port> {
  /**
   * Begins to hear; a sound check hears Parley's own notes, too. The sound comes over the port, until
   * the port is closed. Fails with
   * `system-unsupported` if this computer cannot do it, and with `system-failed` if it could before.
   */
  open(wanted: { readonly own: boolean }): Promise<Result<Port>>
  /**
   * The browser hears the default output, with Parley's own sound in it. `why` is null on systems
   * where that is the usual way.
   */
  usesBrowser(why: string | null): void
  /** The browser leaves Parley's own sound out. */
  browserLeavesOwnOut(): void
  /** What Parley plays is recorded, too. */
  hearsOwn(): boolean
  /** Why something that plays is not heard; null if nothing is amiss. */
  problem(): ErrorValue | null
  programChanged(): void
  /** Unmutes what keeps a program from being heard. */
  openMonitors(): void
  /** What plays now. `system-unsupported` if a single program cannot be heard here. */
  programs(): Promise<Result<PlayingProgram[]>>
  stop(): void
}

export function createSystemSound<Port>(options: SystemSoundOptions<Port>): SystemSound<Port> {
  const { fork, startThread, createPorts, ownPid, program, log } = options
  let current: SoundChild<Port> | null = null
  let problem: ErrorValue | null = null
  let hearsOwn = false
  /** There is a sound server: without an answer it is only away for a while. */
  let wasHeard = false

  /** Sends one order and waits for the answer to it. What was started is ended if it fails. */
  function ask<T, Child extends SoundChild<never>>(
    start: (() => Child) | null,
    send: (child: Child) => void,
    answerOf: (message: FromProcess, child: Child) => T | undefined,
  ): Promise<Result<T>> {
    return new Promise((resolve) => {
      if (start === null) return resolve(fail('system-unsupported', 'not on this system'))
      const child = start()
      const timer = setTimeout(() => refuse('no answer'), answerMs)
      const refuse = (why: string): void => {
        clearTimeout(timer)
        child.kill()
        resolve(fail('system-unsupported', why))
      }
      child.onExit(() => {
        if (current === child) current = null
        refuse('the process ended')
      })
      child.onMessage((raw) => {
        const message = fromProcessSchema.parse(raw)
        if (message.type === 'failed') return refuse(message.detail)
        const answer = answerOf(message, child)
        if (answer === undefined) return
        clearTimeout(timer)
        resolve(ok(answer))
      })
      send(child)
    })
  }

  function receive(message: FromProcess, child: SoundChild<Port>): void {
    if (message.type !== 'state' || child !== current) return
    hearsOwn = message.hearsOwn
    problem = message.unheard === null ? null : errorOf(message.unheard)
    if (problem !== null) log.info('something is not heard', { code: problem.code })
  }

  return {
    open: async ({ own }) => {
      const { here, there } = createPorts()
      const opened = await ask(
        fork,
        (child) =>
          child.postMessage(
            { type: 'open', ownPid: own ? null : ownPid, program: own ? null : program() },
            here,
          ),
        (message, child) => {
          receive(message, child)
          if (message.type !== 'opened') return undefined
          current = child
          problem = null
          hearsOwn = false
          return there
        },
      )
      if (opened.ok) wasHeard = true
      else log.warn('programs not heard', { detail: opened.error.detail ?? '' })
      return !opened.ok && wasHeard ? fail('system-failed', opened.error.detail) : opened
    },
    usesBrowser: (why) => {
      hearsOwn = true
      problem = why === null ? null : errorValue('system-default-only', why)
    },
    browserLeavesOwnOut: () => {
      hearsOwn = false
    },
    hearsOwn: () => hearsOwn,
    problem: () => problem,
    programChanged: () => current?.postMessage({ type: 'choose', program: program() }),
    openMonitors: () => current?.postMessage({ type: 'open-monitors' }),
    programs: () => {
      let asked: SoundChild<never> | null = null
      return ask(
        startThread,
        (child) => {
          asked = child
          child.postMessage({ type: 'list', ownPid })
        },
        (message) => (message.type === 'programs' ? message.programs : undefined),
      ).finally(() => asked?.kill())
    },
    stop: () => {
      current?.kill()
      current = null
    },
  }
}

function errorOf(unheard: NonNullable<(FromProcess & { type: 'state' })['unheard']>): ErrorValue {
  return unheard.kind === 'monitor-muted'
    ? errorValue('system-monitor-muted', unheard.device)
    : errorValue('system-not-chosen', unheard.program)
}
