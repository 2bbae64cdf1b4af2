import { errorValue, ok, type ErrorValue, type Result } from '../../preload/errors'
import type { EngineState, OnDeviceModel, SessionGrant, Source } from '../../preload/model'
import type { Log } from '../log'
import type { Transcription } from '../pre-recorded'
import { availableModels, speechModels } from './catalogue'
import { fromEngineSchema, type FromEngine, type ToEngine } from './messages'
import { restartDelay } from './restarts'
import { createTranscriptions } from './transcriptions'

/** What the host needs of the engine's process; main/engine/fork.ts makes one of Electron's. */
export interface EngineChild {
  postMessage(message: ToEngine): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: (code: number) => void): void
  kill(): void
}

export interface EngineOptions {
  readonly modelsDir: string
  readonly model: OnDeviceModel
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
}

export interface TranscribeRequest {
  readonly signal: AbortSignal
  readonly filterProfanity: boolean
}

/** The on-device engine as main sees it. */
export interface Engine {
  /**
   * `model` is the one that runs or loads. Where it is not the one last set, the engine found this
   * computer too slow for that one.
   */
  state(): EngineState
  /** Starts the process and loads the model; call it once the window is up. */
  start(): void
  /** Takes effect for new sessions. */
  setModel(model: OnDeviceModel): void
  /** A token and an address for one session; waits while the model loads. */
  grant(request: GrantRequest): Promise<Result<SessionGrant>>
  /** Writes down sound that is there already; live sessions go first. `cancelled` by the signal. */
  transcribe(pcm: Uint8Array, request: TranscribeRequest): Promise<Result<Transcription>>
  stop(): void
}

const tokenLifeMs = 60_000
const maxSessionSeconds = 10_800
/** Shorter than the recorder's own wait for a session. */
const readyWaitMs = 9_000

export function createEngine(options: EngineOptions): Engine {
  const { log } = options
  let wanted = options.model
  let child: EngineChild | null = null
  let port: number | null = null
  let crashes: number[] = []
  let restart: NodeJS.Timeout | null = null
  const waiting: (() => void)[] = []
  const transcriptions = createTranscriptions((message) => child?.postMessage(message))
  let state: EngineState = {
    state: 'stopped',
    model: wanted,
    available: availableModels(options.modelsDir),
    load: null,
    error: null,
  }

  function become(change: Partial<EngineState>): void {
    state = { ...state, ...change }
    options.onState(state)
    if (state.state === 'loading') return
    for (const wake of waiting.splice(0)) wake()
  }

  function failed(error: ErrorValue): void {
    port = null
    log.error('engine failed', { code: error.code, detail: error.detail ?? '' })
    become({ state: 'failed', load: null, error })
  }

  function load(): void {
    if (restart) clearTimeout(restart)
    restart = null
    child ??= launch()
    port = null
    become({
      state: 'loading',
      model: wanted,
      available: availableModels(options.modelsDir),
      load: null,
      error: null,
    })
    child.postMessage({ type: 'load', modelsDir: options.modelsDir, model: wanted })
  }

  function launch(): EngineChild {
    const launched = options.fork()
    launched.onMessage((message) => {
      if (child === launched) hear(fromEngineSchema.parse(message))
    })
    launched.onExit((code) => {
      if (child === launched) exited(code)
    })
    return launched
  }

  function hear(message: FromEngine): void {
    switch (message.type) {
      case 'ready':
        port = message.port
        log.info('engine ready', { model: message.model, fellBack: message.fellBack })
        if (message.fellBack || message.model === wanted) {
          become({ state: 'ready', model: message.model, load: null, error: null })
        }
        return
      case 'failed':
        // The process stays: sessions on a model that it has loaded before go on.
        failed(errorValue(message.code, message.detail))
        return
      case 'load':
        if (state.state === 'ready') become({ load: message.load })
        return
      case 'fault':
        log.warn('engine fault', { detail: message.detail })
        return
      case 'transcribed':
      case 'not-transcribed':
        transcriptions.hear(message)
        return
    }
  }

  function exited(code: number): void {
    child = null
    transcriptions.giveUp()
    failed(errorValue('engine-failed', `the process ended with ${code}`))
    crashes = [...crashes, options.now()]
    const delay = restartDelay(crashes, options.now())
    if (delay !== null) restart = setTimeout(load, delay)
  }

  function settled(): Promise<void> {
    if (state.state !== 'loading') return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, readyWaitMs)
      waiting.push(() => {
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

  /** Whether there is a model to work with, after the wait for one that is being loaded. */
  async function isUp(): Promise<boolean> {
    start()
    await settled()
    return child !== null && port !== null && state.state === 'ready'
  }
  const notUp = () =>
    ({ ok: false, error: state.error ?? errorValue('engine-failed', 'still loading') }) as const

  return {
    state: () => state,
    start,
    setModel(model) {
      if (model === wanted) return
      wanted = model
      if (state.state === 'stopped') become({ model })
      else load()
    },
    async grant(request) {
      if (!(await isUp()) || !child || port === null) return notUp()
      const token = Buffer.from(options.random(32)).toString('base64url')
      child.postMessage({
        type: 'token',
        token,
        expiresAt: options.now() + tokenLifeMs,
        maxSessionSeconds,
      })
      log.info('session granted', { source: request.source, model: state.model })
      return ok(grantFor(port, state.model, token, request))
    },
    transcribe: async (pcm, request) =>
      (await isUp()) ? transcriptions.ask(pcm, request) : notUp(),
    stop() {
      if (restart) clearTimeout(restart)
      restart = null
      const stopped = child
      child = null
      port = null
      stopped?.kill()
      transcriptions.giveUp()
      become({ state: 'stopped', load: null, error: null })
    },
  }
}

function grantFor(
  port: number,
  model: OnDeviceModel,
  token: string,
  request: GrantRequest,
): SessionGrant {
  const { wireName } = speechModels[model]
  const query = new URLSearchParams({
    sample_rate: '16000',
    encoding: 'pcm_s16le',
    speech_model: wireName,
    session_heartbeat: 'true',
    filter_profanity: String(request.filterProfanity),
  })
  return { url: `ws://127.0.0.1:${port}/v3/ws?${query.toString()}`, token, model: wireName }
}
