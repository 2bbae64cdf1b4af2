import { randomBytes } from 'node:crypto'
import { utilityProcess, type UtilityProcess } from 'electron'
import { monotonicNow } from '../../common/clock'
import { ok } from '../../common/errors'
import type { Settings } from '../../common/model'
import type { CallHandlers, Events } from '../boundary'
import { createLog } from '../platform'
import type { EngineModel } from './families/family'
import { createEngine, type EngineChild } from './engine'
import { takesHotwords } from './families/hotwords'
import { createVoiceEngine, type VoiceChild } from './speakers/voice-engine'

interface Setup {
  readonly events: Events
  readonly settings: { get(): Settings }
  readonly modelsFolder: string
  /** Returns the downloaded or own model that is used in place of Moonshine, or null. */
  readonly installedModel: () => EngineModel | null
  readonly enginePort: number
  /** The built process.ts. */
  readonly engineProcess: string
}

/**
 * The speech engine on this computer. Its process starts once the window is shown if the engine is
 * chosen, when it is chosen later, or when it is needed.
 */
export function setupLocalEngine(setup: Setup) {
  const { events, settings, modelsFolder, enginePort, engineProcess } = setup
  const engine = createEngine({
    modelsDir: modelsFolder,
    model: settings.get().onDeviceModel,
    installed: setup.installedModel,
    // With several languages the model finds out which one is spoken.
    language: () => onlyOne(settings.get().languages),
    hasTerms: () => settings.get().keyTerms.length > 0,
    onModelCrashed: (id) => events.emit('local-engine:model-crashed', { id }),
    port: enginePort,
    onMoved: () => events.emit('local-engine:moved', undefined),
    fork: () => forkEngine(engineProcess),
    onState: (state) => events.emit('local-engine:changed', state),
    now: monotonicNow,
    random: randomBytes,
    log: createLog('engine'),
  })
  const voices = createVoiceEngine(() => forkVoices(engineProcess))
  let loaded = choicesOf(setup)
  let isChosen = settings.get().engine === 'on-device'
  events.on('settings:changed', ({ onDeviceModel, engine: chosen }) => {
    engine.setModel(onDeviceModel)
    const choices = choicesOf(setup)
    if (choices !== loaded) engine.reload()
    loaded = choices
    if (!isChosen && chosen === 'on-device') engine.start()
    isChosen = chosen === 'on-device'
  })
  return {
    ...engine,
    voices,
    start: () => {
      if (isChosen) engine.start()
    },
    stop: () => {
      voices.stop()
      engine.stop()
    },
    handlers: { 'local-engine:state': () => ok(engine.state()) } satisfies Partial<CallHandlers>,
  }
}

/** What a load depends on, besides the Moonshine model. */
function choicesOf({ installedModel, settings }: Setup): string {
  const model = installedModel()
  const { languages, keyTerms } = settings.get()
  const listens = model !== null && takesHotwords(model) && keyTerms.length > 0
  return `${model?.wireName ?? ''} ${onlyOne(languages) ?? ''} ${listens}`
}

function onlyOne(languages: readonly string[]): string | null {
  return languages.length === 1 ? (languages[0] ?? null) : null
}

/** Starts the engine's process from its bundle (an absolute path, inside the asar when packaged). */
function forkEngine(bundle: string): EngineChild {
  return portTo(utilityProcess.fork(bundle, [], { serviceName: 'Parley engine' }))
}

/** Starts the process for voices from the same bundle. */
function forkVoices(bundle: string): VoiceChild {
  return portTo(utilityProcess.fork(bundle, ['--voices'], { serviceName: 'Parley voices' }))
}

function portTo(child: UtilityProcess) {
  return {
    postMessage: (message: unknown) => child.postMessage(message),
    onMessage: (listener: (message: unknown) => void) => void child.on('message', listener),
    onExit: (listener: (code: number) => void) => void child.on('exit', listener),
    kill: () => void child.kill(),
  }
}
