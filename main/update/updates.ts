import { monotonicNow, wallNow } from '../../common/clock'
import { errorValue, fail, ok, type Result } from '../../common/errors'
import type { UpdateState } from '../../common/model'
import { NotSigned } from './release-signature'
import { nextStep, nothingKnown, stageOf, type Circumstances, type Knowledge } from './schedule'

/** Downloads a newer version and installs it. */
export interface Updater {
  /** The newer version, or null if there is none. */
  check(): Promise<string | null>
  /** Downloads and verifies what the last check found; rejects if `signal` cancels it. */
  download(signal: AbortSignal): Promise<void>
  /** Quits, installs the new version and starts it. */
  install(): Promise<void> | void
}

export interface Updates {
  state(): UpdateState
  /** Does what is due. Call it at the start, from time to time, and after a change. */
  look(): void
  /** Checks for a newer version now. */
  check(): UpdateState
  /** SECURITY: only a person asks for it, and never while a recording is on. */
  restart(): Result<undefined>
}

export interface UpdatesOptions {
  /** null if this copy cannot replace itself. */
  readonly updater: Updater | null
  readonly enabled: () => boolean
  readonly isRecording: () => boolean
  readonly onState: (state: UpdateState) => void
  readonly log: { warn(message: string, data: Readonly<Record<string, unknown>>): void }
  /** Milliseconds of a monotonic clock. */
  readonly now?: () => number
  /** ms since 1970. */
  readonly wall?: () => number
}

/** Keeps this copy up to date, as the setting allows. */
export function createUpdates(options: UpdatesOptions): Updates {
  const { updater, log, now = monotonicNow, wall = wallNow } = options
  let known: Knowledge = nothingKnown
  let download: AbortController | null = null
  let told = ''

  const circumstances = (): Circumstances => ({
    supported: updater !== null,
    enabled: options.enabled(),
    recording: options.isRecording(),
    now: now(),
  })

  function state(): UpdateState {
    const { found: version, checkedAt, error } = known
    return { stage: stageOf(known, circumstances()), version, checkedAt, error }
  }

  function learn(news: Partial<Knowledge>): void {
    known = { ...known, ...news }
    look()
  }

  async function work(what: 'check' | 'download', run: () => Promise<Partial<Knowledge>>) {
    known = { ...known, working: what, triedAt: now() }
    try {
      const news = await run()
      learn({ working: null, error: null, ...news })
    } catch (cause) {
      // It was cancelled, so it starts again as soon as that is allowed.
      if (download?.signal.aborted === true) return learn({ working: null })
      log.warn('no update', { what, cause })
      const code = cause instanceof NotSigned ? 'update-not-signed' : 'update-failed'
      learn({ working: null, error: errorValue(code) })
    }
  }

  function begin(from: Updater, what: 'check' | 'download'): void {
    if (what === 'check') {
      void work(what, async () => ({ found: await from.check(), checkedAt: wall() }))
      return
    }
    const { signal } = (download = new AbortController())
    void work(what, async () => {
      await from.download(signal)
      return { downloaded: true }
    })
  }

  function look(): void {
    const step = nextStep(known, circumstances())
    if (step === 'cancel') download?.abort()
    else if (step !== null && updater !== null) begin(updater, step)
    const said = JSON.stringify(state())
    if (said === told) return
    told = said
    options.onState(state())
  }

  return {
    state,
    look,
    check: () => {
      if (known.working === null && !known.downloaded) {
        known = { ...known, triedAt: null, error: null, found: null }
      }
      look()
      return state()
    },
    restart: () => {
      if (updater === null || !known.downloaded) return fail('update-not-ready')
      if (options.isRecording()) return fail('update-while-recording')
      void updater.install()
      return ok(undefined)
    },
  }
}
