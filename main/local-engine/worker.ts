import { fail, ok, type Result } from '../../common/errors'
import type { OnDeviceModel } from '../../common/model'
import {
  availableModels,
  engineModelOf,
  speechModels,
  verifyModel,
  voiceDetectorModel,
} from './catalogue'
import type { LoadedModel } from './connection'
import { createDecodeQueue } from './decode-queue'
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

const reportMs = 2_000
/** One second of quiet noise: the first decode after loading is far slower than later ones. */
const warmUpSamples = 16_000

/** The engine inside its process: loads models, serves sessions, reports its state to main. */
export function createWorker({ loadRuntime, post, now }: WorkerOptions): Worker {
  const tokens = createTokenStore(now)
  const meter = createSpeedMeter()
  let runtime: Runtime | null = null
  let server: EngineServer | null = null
  let current: { modelsDir: string; model: OnDeviceModel; loaded: LoadedModel } | null = null
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
    if (load !== null) post({ type: 'load', load })
  }, reportMs)

  async function open(modelsDir: string, model: OnDeviceModel): Promise<Result<LoadedModel>> {
    for (const part of [voiceDetectorModel, speechModels[model]]) {
      const verified = await verifyModel(modelsDir, part)
      if (!verified.ok) return verified
    }
    try {
      runtime ??= loadRuntime()
    } catch (cause) {
      return fail('engine-unsupported', String(cause))
    }
    try {
      const recogniser = await runtime.loadRecogniser(engineModelOf(modelsDir, model), null)
      if ('decode' in recogniser) await recogniser.decode(quietNoise(warmUpSamples))
      return ok({ wireName: speechModels[model].wireName, recogniser })
    } catch (cause) {
      // The files passed verification, so the runtime is at fault.
      return fail('engine-failed', String(cause))
    }
  }

  async function load({ modelsDir, model, port }: Load): Promise<void> {
    const loaded = await open(modelsDir, model)
    if (!loaded.ok) {
      return post({ type: 'failed', code: loaded.error.code, detail: loaded.error.detail ?? '' })
    }
    meter.reset()
    current = { modelsDir, model, loaded: loaded.value }
    if (server) server.setModel(loaded.value)
    else server = await serve(modelsDir, loaded.value, port)
    post({ type: 'ready', port: server.port, model, fellBack: false })
  }

  function serve(modelsDir: string, model: LoadedModel, port: number): Promise<EngineServer> {
    return startServer({
      port,
      tokens,
      queue,
      model,
      models: Object.values(speechModels).map((known) => known.wireName),
      createDetector() {
        if (!runtime) throw new Error('no runtime behind a running server')
        return runtime.createDetector(modelsDir)
      },
      now,
      onAudio: (ms) => {
        heard = true
        meter.addAudio(ms)
      },
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
    if (!server || current?.model !== 'base' || !meter.tooSlow()) return
    const { modelsDir } = current
    if (!availableModels(modelsDir).includes('tiny')) return
    const loaded = await open(modelsDir, 'tiny')
    if (!loaded.ok) return post({ type: 'fault', detail: `no fall back: ${loaded.error.code}` })
    meter.reset()
    current = { modelsDir, model: 'tiny', loaded: loaded.value }
    server.fallBack(loaded.value)
    post({ type: 'ready', port: server.port, model: 'tiny', fellBack: true })
  }

  const transcriber = createBackgroundTranscriber({
    queue,
    model: () => {
      if (!runtime || !current) return null
      const { recogniser } = current.loaded
      return { recogniser, detector: runtime.createDetector(current.modelsDir) }
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

function quietNoise(count: number): Float32Array {
  return Float32Array.from({ length: count }, () => (Math.random() - 0.5) * 0.02)
}
