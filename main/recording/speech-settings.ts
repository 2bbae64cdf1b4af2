import {
  isCaptured,
  meetingTerms,
  type Brief,
  type Settings,
  type Source,
  type VoiceFocus,
} from '../../common/model'

/** The settings of a recording, with what its meeting says about itself. */
export interface SpeechSettings extends Settings {
  readonly prompt: string
}

/**
 * Returns the settings for new sessions: those of the start, but languages and terms follow the current
 * settings, and the brief of the meeting applies.
 */
export function speechSettings(atStart: Settings, now: Settings, brief: Brief): SpeechSettings {
  return {
    ...atStart,
    languages: now.languages,
    keyTerms: meetingTerms(brief, now.keyTerms),
    maxSpeakers: brief.maxSpeakers ?? atStart.maxSpeakers,
    prompt: brief.subject,
  }
}

/** Returns the voice focus of a source. A session of all sources has one only if all want the same. */
export function voiceFocusOf(
  { voiceFocus, sessions, sources }: Pick<Settings, 'voiceFocus' | 'sessions' | 'sources'>,
  source: Source,
): VoiceFocus {
  const { microphone, system } = voiceFocus
  const isMixed = sessions === 'one' && sources.microphone && sources.system
  if (isMixed && microphone !== system) return 'off'
  return isCaptured(source) ? voiceFocus[source] : 'off'
}
