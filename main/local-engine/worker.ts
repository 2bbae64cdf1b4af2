import { fail, ok, type Result } from '../../common/errors'
import {
  availableModels,
  engineModelOf,
  speechModels,
  verifyModel,
  voiceDetectorModel,
} from './catalogue'
import type { LoadedModel } from './connection'
import { createDelayMeter } from './delay'
import { createDecodeQueue } from './decode-queue'
import { checkModel } from './families/recognise-folder'
import { toEngineSchema, type FromEngine, type ToEngine } from './process-messages'
import { startServer, type EngineServer } from './server'
import type { Runtime } from './sherpa'
import { createSpeedMeter } from './speed'
import { createTokenStore } from './tokens'
import { createBackgroundTranscriber } from './background-transcriber'

export interface WorkerOptions {
  readonly loadRuntime: () => Runtime
  readonly post: (message: FromEngine) => void
  readonly now: () => number
}

export interface Worker {
  /** Handles a message from main; resolves when it is done. */
  receive(message: unknown): Promise<void>
  close(): Promise<void>
}

type Load = Extract<ToEngine, { type: 'load' }>
/** What is loaded, without the port. */
type Opened = Omit<Load, 'port' | 'type'>

const reportMs = 2_000
/** One second of quiet noise: the first decode after loading is far slower than later ones. */
const warmUpSamples = 16_000

/** The engine inside its process: loads models, serves sessions, reports its state to main. */
export function createWorker({ loadRuntime, post, now }: WorkerOptions): Worker {
  const tokens = createTokenStore(now)
  const meter = createSpeedMeter()
  const delays = createDelayMeter()
  let runtime: Runtime | null = null
  let server: EngineServer | null = null
  let current: { opened: Opened; loaded: LoadedModel } | null = null
  let fallingBack = false
  /** Loads run one after the other, in the order of the requests. */
  let loads = Promise.resolve()

  const queue = createDecodeQueue({
    now,
    onDecoded(cost) {
      // Background decodes do not delay live text.
      if (cost.kind === 'background') return
      meter.addDecode(cost)
      if (meter.tooSlow()) fallBackOnce()
    },
  })

  let heard = false
  const report = setInterval(() => {
    const load = heard ? meter.load() : null
    heard = false
    if (load !== null) post({ type: 'load', load, delayMs: delays.median() })
  }, reportMs)

  async function open({
    modelsDir,
    model,
    installed,
    language,
    hasTerms,
  }: Opened): Promise<Result<LoadedModel>> {
    const detector = await verifyModel(modelsDir, voiceDetectorModel)
    if (!detector.ok) return detector
    const verified = installed
      ? await checkModel(installed)
      : await verifyModel(modelsDir, speechModels[model])
    if (!verified.ok) return verified
    const chosen = installed ?? engineModelOf(modelsDir, model)
    try {
      runtime ??= loadRuntime()
    } catch (cause) {
      return fail('engine-unsupported', String(cause))
    }
    try {
      const recogniser = await runtime.loadRecogniser(chosen, { language, hasTerms })
      if ('decode' in recogniser) await recogniser.decode(quietNoise(warmUpSamples))
      return ok({ wireName: chosen.wireName, recogniser })
    } catch (cause) {
      // The files passed verification, so the runtime is at fault.
      return fail('engine-failed', String(cause))
    }
  }

  async function load({ port, ...opened }: Load): Promise<void> {
    const loaded = await open(opened)
    if (!loaded.ok) {
      return post({ type: 'failed', code: loaded.error.code, detail: loaded.error.detail ?? '' })
    }
    meter.reset()
    delays.reset()
    current = { opened, loaded: loaded.value }
    if (server) server.setModel(loaded.value)
    else server = await serve(opened.modelsDir, loaded.value, port)
    post({ type: 'ready', port: server.port, ...readyWith(opened), fellBack: false })
  }

  function serve(modelsDir: string, model: LoadedModel, port: number): Promise<EngineServer> {
    return startServer({
      port,
      tokens,
      queue,
      model,
      models: () => [
        ...Object.values(speechModels).map((known) => known.wireName),
        ...(current ? [current.loaded.wireName] : []),
      ],
      createDetector() {
        if (!runtime) throw new Error('no runtime behind a running server')
        return runtime.createDetector(modelsDir)
      },
      now,
      onAudio: (ms) => {
        heard = true
        meter.addAudio(ms)
      },
      onFinal: delays.add,
      onFailure: (cause) => post({ type: 'fault', detail: cause.message }),
    })
  }

  function fallBackOnce(): void {
    if (fallingBack) return
    fallingBack = true
    loads = loads
      .then(fallBack)
      .catch((cause: unknown) => post({ type: 'fault', detail: String(cause) }))
      .finally(() => {
        fallingBack = false
      })
  }

  /** Switches to the light model if whole turns take too long, in running sessions as well. */
  async function fallBack(): Promise<void> {
    if (!server || !current || !meter.tooSlow()) return
    // A person chose an installed model for its languages: no other one takes its place.
    if (current.opened.model !== 'base' || current.opened.installed) return
    const { modelsDir } = current.opened
    if (!availableModels(modelsDir).includes('tiny')) return
    const opened = { ...current.opened, model: 'tiny' } as const
    const loaded = await open(opened)
    if (!loaded.ok) return post({ type: 'fault', detail: `no fall back: ${loaded.error.code}` })
    meter.reset()
    delays.reset()
    current = { opened, loaded: loaded.value }
    server.fallBack(loaded.value)
    post({ type: 'ready', port: server.port, ...readyWith(opened), fellBack: true })
  }

  const transcriber = createBackgroundTranscriber({
    queue,
    model: () => {
      if (!runtime || !current) return null
      const { recogniser } = current.loaded
      return { recogniser, detector: runtime.createDetector(current.opened.modelsDir) }
    },
    post,
    now,
  })

  return {
    async receive(unknown) {
      const message = toEngineSchema.parse(unknown)
      switch (message.type) {
        case 'token':
          return tokens.add(message)
        case 'transcribe':
          return transcriber.transcribe(message)
        case 'cancel':
          return transcriber.cancel(message.id)
        case 'load':
          // A load that fails must not reject the loads after it.
          loads = loads
            .then(() => load(message))
            .catch((cause: unknown) =>
              post({ type: 'failed', code: 'engine-failed', detail: String(cause) }),
            )
          await loads
      }
    },
    async close() {
      clearInterval(report)
      transcriber.close()
      await server?.close()
    },
  }
}

function readyWith({ model, installed }: Opened) {
  return { model, installed: installed?.wireName ?? null }
}

function quietNoise(count: number): Float32Array {
  return Float32Array.from({ length: count }, () => (Math.random() - 0.5) * 0.02)
}
