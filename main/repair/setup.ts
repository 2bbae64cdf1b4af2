import type { Result } from '../../preload/errors'
import type { EngineKind, Settings } from '../../preload/model'
import type { Engine } from '../engine/engine'
import type { KeyWithSecret } from '../keys/keys'
import type { Library } from '../library/library'
import type { Broadcast } from '../recording/transcript'
import type { HttpClient } from '../service/http'
import { createTranscripts } from '../service/transcripts'
import type { Sounds } from '../storage/sounds'
import { createRepairEngines } from './engines'
import type { AgainEngine } from './hear-again'
import { createRepair, defaultLimits, type Repair } from './job'
import { watchOnline, type OnlineSource } from './online'

export interface RepairSetup {
  readonly library: Library
  readonly sounds: Pick<Sounds, 'hold'>
  readonly settings: () => Settings
  readonly keyInUse: () => Promise<Result<KeyWithSecret>>
  readonly engine: Pick<Engine, 'transcribe'>
  readonly http: HttpClient
  readonly serviceUrl: string | null
  readonly broadcast: Broadcast
  readonly net: OnlineSource
}

export interface RepairParts {
  readonly repair: Repair
  /** For what a person wanted to have written down again while this engine was in use. */
  readonly againEngine: (agreed: EngineKind) => AgainEngine
}

/** The filling of gaps, with both engines; it begins at its first trigger. */
export function setupRepair(setup: RepairSetup): RepairParts {
  const { library, sounds, settings, keyInUse, http, serviceUrl, broadcast } = setup
  const transcribe = (whole: boolean) =>
    createTranscripts({
      http,
      keyInUse,
      serviceUrl,
      settings: () => {
        const { filterProfanity, speakerLabels, ...chosen } = settings()
        // A gap's labels would have nothing to do with those of the turns around it.
        const labels = whole && speakerLabels
        return { ...chosen, speakerLabels: labels, filterProfanity: filterProfanity.service }
      },
    })
  const engines = createRepairEngines({
    keyInUse,
    service: transcribe(false),
    wholeByService: transcribe(true),
    onDevice: setup.engine,
    settings,
  })
  const repair = createRepair({ library, sounds, engines, broadcast })
  const stopWatching = watchOnline(setup.net, repair.trigger)
  const { pieceMs, wholeMs } = defaultLimits
  return {
    againEngine: (agreed) => {
      // SECURITY: what was to be heard on this computer alone never leaves it.
      const kind = agreed === 'on-device' ? agreed : settings().engine
      const heard = { kind, transcribe: engines.transcribe[kind], pieceMs: pieceMs[kind] }
      return kind === 'service'
        ? { ...heard, transcribeWhole: engines.transcribeWhole, wholeMs }
        : { ...heard, transcribeWhole: heard.transcribe, wholeMs: heard.pieceMs }
    },
    repair: {
      trigger: repair.trigger,
      leave: repair.leave,
      stop: () => {
        stopWatching()
        repair.stop()
      },
    },
  }
}
