import { ok, type Result } from '../../common/errors'
import { meetingTerms, type EngineKind, type Settings } from '../../common/model'
import type { KeyWithSecret } from '../keys'
import { noBrief, type Library } from '../library'
import type { Engine } from '../local-engine'
import { createTranscripts, type HttpClient } from '../service'
import { createTranscriptionEngines, type TranscriptionEngines } from './engines'
import { defaultLimits } from './gap-queue'
import type { RetranscribeEngine } from './retranscribe-job'

export interface TranscribersOptions {
  readonly settings: () => Settings
  readonly library: Pick<Library, 'briefs'>
  readonly service: {
    readonly http: HttpClient
    readonly keyInUse: () => Promise<Result<KeyWithSecret>>
    /** Returns the key with this id, or the key in use if it is null or no longer exists. */
    readonly keyFor: (keyId: string | null) => Promise<Result<KeyWithSecret>>
    /** The address of a simulator, or null for the real service. */
    readonly serviceUrl: string | null
  }
  readonly localEngine: Pick<Engine, 'transcribe'>
}

export interface Transcribers {
  readonly engines: TranscriptionEngines
  /** Returns the engine for a task that was requested while `agreed` was in use. */
  readonly retranscribeEngine: (agreed: EngineKind) => RetranscribeEngine
}

/** Creates what transcribes stored audio: the service and the on-device engine. */
export function createTranscribers({
  settings,
  library,
  service,
  localEngine,
}: TranscribersOptions): Transcribers {
  const transcribe = (whole: boolean) =>
    createTranscripts({
      ...service,
      settings: (meetingId) => {
        const found = meetingId === null ? ok(noBrief) : library.briefs.get(meetingId)
        const brief = found.ok ? found.value : noBrief
        const { filterProfanity, speakerLabels, ...chosen } = settings()
        // Speaker labels of a gap would not match those of the turns around it.
        const labels = whole && speakerLabels
        return {
          ...chosen,
          keyTerms: meetingTerms(brief, chosen.keyTerms),
          prompt: brief.subject,
          speakerLabels: labels,
          filterProfanity: filterProfanity.service,
        }
      },
    })
  const engines = createTranscriptionEngines({
    keyInUse: service.keyInUse,
    service: transcribe(false),
    wholeByService: transcribe(true),
    onDevice: localEngine,
    settings,
  })
  const { pieceMs, wholeMs } = defaultLimits
  return {
    engines,
    retranscribeEngine: (agreed) => {
      // SECURITY: a task that was requested for this computer only never leaves it.
      const kind = agreed === 'on-device' ? agreed : settings().engine
      const heard = { kind, transcribe: engines.transcribe[kind], pieceMs: pieceMs[kind] }
      return kind === 'service'
        ? { ...heard, transcribeWhole: engines.transcribeWhole, wholeMs }
        : { ...heard, transcribeWhole: heard.transcribe, wholeMs: heard.pieceMs }
    },
  }
}
