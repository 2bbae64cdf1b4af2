import { errorValue, fail, ok, type Result } from '../../preload/errors'
import type { UpdateState } from '../../preload/model'
import { nextStep, nothingKnown, stageOf, type Circumstances, type Knowledge } from './plan'

/** What fetches a newer version and puts it in place. */
export interface Updater {
  /** The newer version, or null where there is none. */
  check(): Promise<string | null>
  /** Downloads and verifies what the last check found; rejects where `signal` calls it off. */
  download(signal: AbortSignal): Promise<void>
  /** Quits, puts the new version in place and starts it. */
  install(): Promise<void> | void
}

export interface Updates {
  state(): UpdateState
  /** Does what is due; to be called at the start, from time to time, and when something changed. */
  look(): void
  /** Asks the server now. */
  check(): UpdateState
  /** SECURITY: only a person asks for it, and never while a recording is on. */
  restart(): Result<undefined>
}

export interface UpdatesOptions {
  /** null where this copy cannot replace itself. */
  readonly updater: Updater | null
  readonly enabled: () => boolean
  readonly isRecording: () => boolean
  readonly onState: (state: UpdateState) => void
  readonly log: { warn(message: string, data: Readonly<Record<string, unknown>>): void }
  readonly now?: () => number
}

/** Keeps this copy up to date, as far as a person wants it. */
export function createUpdates(options: UpdatesOptions): Updates {
  const { updater, log, now = Date.now } = options
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
      // Called off: it is asked for anew as soon as it may be.
      if (download?.signal.aborted === true) return learn({ working: null })
      log.warn('no update', { what, cause })
      learn({ working: null, error: errorValue('update-failed') })
    }
  }

  function begin(from: Updater, what: 'check' | 'download'): void {
    if (what === 'check') {
      void work(what, async () => ({ found: await from.check(), checkedAt: now() }))
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
