import { wordText, type ToneWord } from '../speech/tones'
import type { SessionParameters } from './parameters'

/** The messages of the service, key by key in the order in which they were captured. */
export type Message = Record<string, unknown> & { readonly type: string }

export interface TurnWord {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly confidence: number
  readonly speaker?: string
  readonly word_is_final: boolean
}

export interface TurnFields {
  readonly order: number
  readonly formatted: boolean
  readonly end: boolean
  readonly transcript: string
  readonly utterance: string
  readonly confidence: number
  readonly words: readonly TurnWord[]
  readonly language?: { readonly code: string; readonly confidence: number } | undefined
  readonly speaker?: string | undefined
}

export function begin(id: string, expiresAt: number, parameters: SessionParameters): Message {
  return {
    type: 'Begin',
    id,
    expires_at: expiresAt,
    configuration: {
      model: parameters.model,
      mode: parameters.mode,
      api_version: '2025-05-12',
      speaker_labels: parameters.speakerLabels,
      redact_pii: parameters.redactPii,
      filter_profanity: parameters.filterProfanity,
      domain: parameters.domain,
      voice_focus: parameters.voiceFocus,
    },
  }
}

/** A Turn; `type` is its last key, as on the wire. */
export function turn(fields: TurnFields): Message {
  const { language, speaker } = fields
  return {
    turn_order: fields.order,
    turn_is_formatted: fields.formatted,
    end_of_turn: fields.end,
    transcript: fields.transcript,
    end_of_turn_confidence: fields.confidence,
    words: fields.words,
    utterance: fields.utterance,
    ...(language === undefined
      ? {}
      : { language_code: language.code, language_confidence: language.confidence }),
    ...(speaker === undefined ? {} : { speaker_label: speaker, speaker_confidence: 0.89 }),
    type: 'Turn',
  }
}

export function turnWord(
  word: ToneWord,
  isFinal: boolean,
  { text = wordText(word.number), speaker }: { text?: string; speaker?: string | undefined } = {},
): TurnWord {
  return {
    start: word.startMs,
    end: word.endMs,
    text,
    confidence: isFinal ? 0.97 : 0.61,
    ...(speaker === undefined ? {} : { speaker }),
    word_is_final: isFinal,
  }
}

export function error(code: number, text: string): Message {
  return { type: 'Error', error_code: code, error: text }
}

export function heartbeat(receivedMs: number, elapsedMs: number): Message {
  return {
    type: 'Heartbeat',
    total_audio_received_ms: Math.round(receivedMs),
    total_duration_ms: Math.round(elapsedMs),
    realtime_factor: elapsedMs === 0 ? 0 : Math.round((receivedMs / elapsedMs) * 1e4) / 1e4,
    max_speech_probability: 0.999999,
  }
}

/** Whole seconds, both. */
export function termination(audioMs: number, sessionMs: number): Message {
  return {
    type: 'Termination',
    audio_duration_seconds: Math.round(audioMs / 1_000),
    session_duration_seconds: Math.ceil(sessionMs / 1_000),
  }
}
