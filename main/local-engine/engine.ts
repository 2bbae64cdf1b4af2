import { backoffMs } from '../../common/backoff'
import { errorValue, ok, type ErrorValue, type Result } from '../../common/errors'
import type { EngineState, OnDeviceModel, SessionGrant, Source } from '../../common/model'
import type { Log } from '../platform'
import type { Transcription } from '../../common/transcription'
import { availableModels, speechModels } from './catalogue'
import type { EngineModel } from './families/family'
import { grantFor } from './session-grant'
import { fromEngineSchema, type FromEngine, type ToEngine } from './process-messages'
import { createTranscribeRequests, type TranscribeRequest } from './transcribe-requests'

/** The part of the engine's process that the host uses; setup.ts creates it with Electron. */
export interface EngineChild {
  postMessage(message: ToEngine): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: (code: number) => void): void
  kill(): void
}

export interface EngineOptions {
  readonly modelsDir: string
  readonly model: OnDeviceModel
  /** Returns the model that is loaded in place of Moonshine, or null. Asked at each load. */
  readonly installed: () => EngineModel | null
  /** Returns the two-letter code of the language that is spoken, or null if it is not known. */
  readonly language: () => string | null
  /** Whether there are names and terms to listen for. Asked at each load. */
  readonly hasTerms: () => boolean
  /** The process ended while it loaded or ran this installed model. */
  readonly onModelCrashed: (wireName: string) => void
  /** The port of 127.0.0.1 on which the engine is to listen. */
  readonly port: number
  /** The engine listens on another port from now on: somebody else had taken the wanted one. */
  readonly onMoved: () => void
  readonly fork: () => EngineChild
  readonly onState: (state: EngineState) => void
  readonly now: () => number
  /** Random bytes for a token; cryptographic. */
  readonly random: (bytes: number) => Uint8Array
  readonly log: Log
}

export interface GrantRequest {
  readonly source: Source
  readonly filterProfanity: boolean
  /** Names and terms to listen for. */
  readonly terms: readonly string[]
}

/** The on-device engine as main sees it. */
export interface Engine {
  /**
   * `model` is the one that runs or loads. If it differs from the one set last, this computer was
   * too slow for that one.
   */
  state(): EngineState
  /** Where it listens, or is going to. */
  port(): number
  /** Starts the process and loads the model. It ends after ten minutes in which it had no work. */
  start(): void
  /** Sets the model of new sessions. */
  setModel(model: OnDeviceModel): void
  /** Loads what is installed and spoken now, if the engine runs. */
  reload(): void
  /** Returns a token and an address for one session; waits while the model loads. */
  grant(request: GrantRequest): Promise<Result<SessionGrant>>
  /** Transcribes recorded audio; live sessions have priority. `cancelled` if the signal aborts. */
  transcribe(pcm: Uint8Array, request: TranscribeRequest): Promise<Result<Transcription>>
  stop(): void
}

const crashWindowMs = 60_000
const mostCrashesInWindow = 4

/** A process without work ends after this time: it holds the model in memory. */
const idleMs = 600_000

const tokenLifeMs = 60_000
const maxSessionSeconds = 10_800
/** Shorter than the time for which the recorder waits for a session. */
const readyWaitMs = 9_000

export function createEngine(options: EngineOptions): Engine {
  const { log } = options
  let requestedModel = options.model
  let child: EngineChild | null = null
  /** Kept over restarts of the process, because the policy of the recorder's page names it. */
  let wantedPort = options.port
  let port: number | null = null
  let crashes: number[] = []
  let restart: NodeJS.Timeout | null = null
  let idle: NodeJS.Timeout | undefined
  let installed: EngineModel | null = null
  const waiters: (() => void)[] = []
  const requests = createTranscribeRequests((message) => child?.postMessage(message))
  let state: EngineState = {
    state: 'stopped',
    model: requestedModel,
    available: availableModels(options.modelsDir),
    load: null,
    delayMs: null,
    error: null,
  }

  function setState(change: Partial<EngineState>): void {
    state = { ...state, ...change }
    options.onState(state)
    if (state.state === 'loading') return
    for (const wake of waiters.splice(0)) wake()
  }

  function handleFailure(error: ErrorValue): void {
    port = null
    log.error('engine failed', { code: error.code, detail: error.detail ?? '' })
    setState({ state: 'failed', load: null, delayMs: null, error })
  }

  /** The process has work, or gets some. */
  function keep(): void {
    clearTimeout(idle)
    idle = setTimeout(() => {
      if (requests.isEmpty()) stop()
      else keep()
    }, idleMs)
    idle.unref()
  }

  function load(): void {
    keep()
    if (restart) clearTimeout(restart)
    restart = null
    child ??= launch()
    port = null
    installed = options.installed()
    setState({
      state: 'loading',
      model: requestedModel,
      installed: installed?.wireName,
      available: availableModels(options.modelsDir),
      load: null,
      delayMs: null,
      error: null,
    })
    child.postMessage({
      type: 'load',
      modelsDir: options.modelsDir,
      model: requestedModel,
      installed,
      language: options.language(),
      hasTerms: options.hasTerms(),
      port: wantedPort,
    })
  }

  function launch(): EngineChild {
    const launched = options.fork()
    launched.onMessage((message) => {
      if (child === launched) handleMessage(fromEngineSchema.parse(message))
    })
    launched.onExit((code) => {
      if (child === launched) handleExit(code)
    })
    return launched
  }

  function handleMessage(message: FromEngine): void {
    switch (message.type) {
      case 'ready':
        port = message.port
        if (port !== wantedPort) {
          log.warn('engine moved to another port')
          wantedPort = port
          options.onMoved()
        }
        log.info('engine ready', { model: message.model, fellBack: message.fellBack })
        if (message.installed !== (installed?.wireName ?? null)) return
        if (message.fellBack || message.model === requestedModel) {
          setState({ state: 'ready', model: message.model, load: null, delayMs: null, error: null })
        }
        return
      case 'failed':
        // The process stays alive: sessions on a model that was loaded earlier continue.
        handleFailure(errorValue(message.code, message.detail))
        return
      case 'load':
        keep()
        if (state.state === 'ready') setState({ load: message.load, delayMs: message.delayMs })
        return
      case 'fault':
        log.warn('engine fault', { detail: message.detail })
        return
      case 'transcribed':
      case 'not-transcribed':
        keep()
        requests.handleAnswer(message)
        return
    }
  }

  function handleExit(code: number): void {
    child = null
    requests.failAll()
    handleFailure(errorValue('engine-failed', `the process ended with ${code}`))
    // The runtime ends its process where a file is not what it seems.
    if (installed) options.onModelCrashed(installed.wireName)
    crashes = [...crashes, options.now()]
    const delay = restartDelay(crashes, options.now())
    if (delay !== null) restart = setTimeout(load, delay)
  }

  function waitUntilLoaded(): Promise<void> {
    if (state.state !== 'loading') return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, readyWaitMs)
      waiters.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  function start(): void {
    if (state.state === 'loading' || state.state === 'ready') return
    crashes = []
    load()
  }

  function stop(): void {
    clearTimeout(idle)
    if (restart) clearTimeout(restart)
    restart = null
    const stopped = child
    child = null
    port = null
    stopped?.kill()
    requests.failAll()
    setState({ state: 'stopped', load: null, delayMs: null, error: null })
  }

  /** Starts the engine if necessary; returns whether a model is loaded. */
  async function ensureReady(): Promise<boolean> {
    start()
    keep()
    await waitUntilLoaded()
    return child !== null && port !== null && state.state === 'ready'
  }
  const notReady = () =>
    ({ ok: false, error: state.error ?? errorValue('engine-failed', 'still loading') }) as const

  return {
    state: () => state,
    port: () => wantedPort,
    start,
    setModel(model) {
      if (model === requestedModel) return
      requestedModel = model
      if (state.state === 'stopped') setState({ model })
      else load()
    },
    reload() {
      if (state.state !== 'stopped') load()
    },
    async grant(request) {
      if (!(await ensureReady()) || !child || port === null) return notReady()
      const token = Buffer.from(options.random(32)).toString('base64url')
      child.postMessage({
        type: 'token',
        token,
        lifeMs: tokenLifeMs,
        maxSessionSeconds,
        terms: [...request.terms],
      })
      log.info('session granted', { source: request.source, model: state.model })
      return ok(
        grantFor({
          port,
          wireName: state.installed ?? speechModels[state.model].wireName,
          token,
          filterProfanity: request.filterProfanity,
        }),
      )
    },
    transcribe: async (pcm, request) =>
      (await ensureReady()) ? requests.send(pcm, request) : notReady(),
    stop,
  }
}

/**
 * Returns the wait in ms before the engine's process restarts: short after the first crash, longer
 * after each further crash within a minute, and null (no automatic restart) after the fourth.
 */
export function restartDelay(crashedAt: readonly number[], now: number): number | null {
  const recent = crashedAt.filter((at) => now - at < crashWindowMs).length
  if (recent >= mostCrashesInWindow) return null
  return backoffMs(recent, { random: () => 1, jitter: 0, firstMs: 250 })
}
