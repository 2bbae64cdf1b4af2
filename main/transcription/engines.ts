import { fail, ok, type Result } from '../../common/errors'
import type { EngineKind, Meeting, Settings } from '../../common/model'
import type { Transcription } from '../../common/transcription'
import type { Engine } from '../local-engine'
import type { KeyWithSecret } from '../keys'
import type { Transcribe } from '../service'

/** Both engines that can transcribe recorded audio, and the choice between them. */
export interface TranscriptionEngines {
  /** Chooses the engine for a meeting in these languages; an error if none is available now. */
  choose(meeting: Meeting, languages: readonly string[]): Promise<Result<EngineKind>>
  readonly transcribe: Readonly<Record<EngineKind, Transcribe>>
  /** Transcribes a whole meeting in one job of the service, with speaker labels if they are on. */
  readonly transcribeWhole: Transcribe
}

export interface TranscriptionEnginesOptions {
  readonly keyInUse: () => Promise<Result<KeyWithSecret>>
  readonly service: Transcribe
  readonly wholeByService: Transcribe
  readonly onDevice: Pick<Engine, 'transcribe'>
  readonly settings: () => Pick<Settings, 'filterProfanity' | 'keyTerms'>
}

export function createTranscriptionEngines(
  options: TranscriptionEnginesOptions,
): TranscriptionEngines {
  const { keyInUse, service, wholeByService, onDevice, settings } = options
  return {
    choose: async (meeting, languages) => {
      // SECURITY: the audio of a meeting transcribed on this computer never leaves it.
      if (meeting.engine === 'on-device') return ok('on-device')
      const key = await keyInUse()
      if (key.ok) return ok('service')
      return key.error.code === 'no-key' && isEnglish(meeting, languages) ? ok('on-device') : key
    },
    transcribeWhole: wholeByService,
    transcribe: {
      service,
      'on-device': async (channels, signal) => {
        const words = []
        const languages = new Set<string | null>()
        let timing: Transcription['timing'] = 'measured'
        for (const pcm of channels) {
          const { filterProfanity, keyTerms } = settings()
          const heard = await onDevice.transcribe(pcm, {
            signal,
            filterProfanity: filterProfanity.onDevice,
            terms: keyTerms,
          })
          if (!heard.ok) return heard
          const [channel] = heard.value.channels
          if (!channel) return fail('engine-failed', 'an answer without a channel')
          words.push(channel)
          languages.add(heard.value.language)
          if (heard.value.timing === 'estimated') timing = 'estimated'
        }
        const [language = null] = languages.size === 1 ? languages : []
        return ok({ channels: words, language, timing })
      },
    },
  }
}

/** The on-device engine supports only English and writes English words for any language. */
function isEnglish({ model }: Meeting, languages: readonly string[]): boolean {
  if (model === 'universal-streaming-english') return true
  return languages.length > 0 && languages.every((language) => language.startsWith('en'))
}
