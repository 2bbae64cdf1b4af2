import { sampleRate, type ServiceModel, type Settings, type Zone } from '../../preload/model'
import { zoneHosts } from './zones'

/** Closes a session whose recorder is gone, so that it is not billed for its three hours. */
const inactivitySeconds = 60

interface ModelTraits {
  /** The model writes no punctuation of its own and has it added on request. */
  readonly formatTurns: boolean
  /** The model tells which language a turn is in. */
  readonly detectsLanguage: boolean
  /** The model can be told which languages to expect. */
  readonly takesLanguages: boolean
}

const pro: ModelTraits = { formatTurns: false, detectsLanguage: true, takesLanguages: true }
const traits: Readonly<Record<ServiceModel, ModelTraits>> = {
  'universal-streaming-english': {
    formatTurns: true,
    detectsLanguage: false,
    takesLanguages: false,
  },
  'universal-streaming-multilingual': {
    formatTurns: false,
    detectsLanguage: true,
    takesLanguages: false,
  },
  'universal-3-5-pro': pro,
  'universal-3-6-pro': pro,
}

export type SessionSettings = Pick<
  Settings,
  'serviceModel' | 'languages' | 'keyTerms' | 'speakerLabels' | 'filterProfanity'
>

/**
 * The address of a session with every query parameter but the token. `speech_model` is always
 * given, since the service's default has changed more than once. Unknown parameters are ignored by
 * the service without a word, so each stands here only for the models that know it.
 */
export function sessionUrl(
  settings: SessionSettings,
  zone: Zone,
  serviceUrl: string | null,
): string {
  const { formatTurns, detectsLanguage, takesLanguages } = traits[settings.serviceModel]
  const query = new URLSearchParams({
    speech_model: settings.serviceModel,
    sample_rate: String(sampleRate),
    encoding: 'pcm_s16le',
    session_heartbeat: 'true',
    inactivity_timeout: String(inactivitySeconds),
  })
  if (formatTurns) query.set('format_turns', 'true')
  if (detectsLanguage) query.set('language_detection', 'true')
  if (takesLanguages && settings.languages.length > 0) {
    query.set('language_codes', JSON.stringify(settings.languages))
  }
  if (settings.keyTerms.length > 0) query.set('keyterms_prompt', JSON.stringify(settings.keyTerms))
  if (settings.speakerLabels) query.set('speaker_labels', 'true')
  if (settings.filterProfanity.service) query.set('filter_profanity', 'true')
  return `${zoneHosts(zone, serviceUrl).socket}/v3/ws?${query.toString()}`
}
