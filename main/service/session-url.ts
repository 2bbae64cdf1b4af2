import {
  sampleRate,
  serviceModelInfo,
  type SessionUpdate,
  type Settings,
  type VoiceFocus,
  type Zone,
} from '../../common/model'
import { cutPrompt } from './prompt'
import { zoneHosts } from './zones'

/** Closes a session whose recorder has gone, so that it is not billed for three hours. */
const inactivitySeconds = 60

export type SessionSettings = Pick<
  Settings,
  | 'serviceModel'
  | 'languages'
  | 'keyTerms'
  | 'speakerLabels'
  | 'maxSpeakers'
  | 'filterProfanity'
  | 'mode'
  | 'redactPii'
> & {
  /** The focus of the source that is heard. */
  readonly voiceFocus: VoiceFocus
  /** What the meeting is about; empty if nobody said it. */
  readonly prompt: string
}

/**
 * Returns the address of a session with every query parameter except the token. `speech_model` is
 * always sent because the service's default has changed more than once. The service silently
 * ignores unknown parameters, so each is sent only to models that support it.
 */
export function sessionUrl(
  settings: SessionSettings,
  zone: Zone,
  serviceUrl: string | null,
): string {
  const { formatTurns, detectsLanguage, takesMode, takesVoiceFocus } = serviceModelInfo(
    settings.serviceModel,
  )
  const query = new URLSearchParams({
    speech_model: settings.serviceModel,
    sample_rate: String(sampleRate),
    encoding: 'pcm_s16le',
    session_heartbeat: 'true',
    inactivity_timeout: String(inactivitySeconds),
  })
  if (formatTurns) query.set('format_turns', 'true')
  if (detectsLanguage) query.set('language_detection', 'true')
  for (const [name, value = ''] of Object.entries(sessionUpdate(settings))) {
    if (value.length > 0) query.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  if (settings.speakerLabels) {
    query.set('speaker_labels', 'true')
    if (settings.maxSpeakers !== null) query.set('max_speakers', String(settings.maxSpeakers))
  }
  if (settings.filterProfanity.service) query.set('filter_profanity', 'true')
  if (takesMode && settings.mode !== 'balanced') query.set('mode', settings.mode)
  if (takesVoiceFocus && settings.voiceFocus !== 'off') {
    query.set('voice_focus', settings.voiceFocus)
  }
  if (settings.redactPii) query.set('redact_pii', 'true')
  return `${zoneHosts(zone, serviceUrl).socket}/v3/ws?${query.toString()}`
}

/** Returns what an open session can be told again, as far as its model accepts it. */
export function sessionUpdate(
  settings: Pick<SessionSettings, 'serviceModel' | 'languages' | 'keyTerms' | 'prompt'>,
): SessionUpdate {
  const { takesKeyTerms, takesPrompt, takesLanguages } = serviceModelInfo(settings.serviceModel)
  return {
    ...(takesKeyTerms && { keyterms_prompt: settings.keyTerms }),
    ...(takesPrompt && { prompt: cutPrompt(settings.prompt) }),
    ...(takesLanguages && { language_codes: settings.languages }),
  }
}
