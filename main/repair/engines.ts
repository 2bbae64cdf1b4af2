import { fail, ok, type Result } from '../../preload/errors'
import type { EngineKind, Settings, Transcript } from '../../preload/model'
import type { Engine } from '../engine/engine'
import type { KeyWithSecret } from '../keys/keys'
import type { Transcribe } from '../pre-recorded'

/** How sound is written down afterwards, by either engine. */
export interface RepairEngines {
  /** Which engine is to hear this meeting; an error where none can at the moment. */
  choose(transcript: Transcript): Promise<Result<EngineKind>>
  readonly transcribe: Readonly<Record<EngineKind, Transcribe>>
  /** With the service, a whole meeting at once: speakers can be told apart, where that is wanted. */
  readonly transcribeWhole: Transcribe
}

export interface RepairEnginesOptions {
  readonly keyInUse: () => Promise<Result<KeyWithSecret>>
  readonly service: Transcribe
  readonly wholeByService: Transcribe
  readonly onDevice: Pick<Engine, 'transcribe'>
  readonly settings: () => Pick<Settings, 'filterProfanity'>
}

export function createRepairEngines(options: RepairEnginesOptions): RepairEngines {
  const { keyInUse, service, wholeByService, onDevice, settings } = options
  return {
    choose: async (transcript) => {
      // SECURITY: a meeting that was heard on this computer alone never leaves it.
      if (transcript.meeting.engine === 'on-device') return ok('on-device')
      const key = await keyInUse()
      if (key.ok) return ok('service')
      return key.error.code === 'no-key' && isEnglish(transcript) ? ok('on-device') : key
    },
    transcribeWhole: wholeByService,
    transcribe: {
      service,
      'on-device': async (channels, signal) => {
        const words = []
        for (const pcm of channels) {
          const filterProfanity = settings().filterProfanity.onDevice
          const heard = await onDevice.transcribe(pcm, { signal, filterProfanity })
          if (!heard.ok) return heard
          const [channel] = heard.value.channels
          if (!channel) return fail('engine-failed', 'an answer without a channel')
          words.push(channel)
        }
        return ok({ channels: words, language: null, timing: 'estimated' })
      },
    },
  }
}

/** The engine on this computer knows English only, and writes English words for any language. */
function isEnglish({ meeting, turns }: Transcript): boolean {
  if (meeting.model === 'universal-streaming-english') return true
  const languages = turns.flatMap(({ language }) => language ?? [])
  return languages.length > 0 && languages.every((language) => language.startsWith('en'))
}
