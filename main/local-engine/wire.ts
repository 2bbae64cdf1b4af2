import { joinWords } from '../../common/text/join-words'

/**
 * The streaming protocol's messages as the service writes them: field names, their order (`type`
 * last in a Turn) and units. Two additions: a model without word confidences sends `null`, and
 * `word_timing` in Begin says whether the word times are measured or estimated.
 */

/** Times are milliseconds from the start of the session's audio. */
export interface WireWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  /** 0 to 1, or null if the model gives none. */
  readonly confidence: number | null
  readonly isFinal: boolean
}

/** The close reason is always this text; the Error frame before it has the cause. */
export const closeReason = 'See Error message for details'
export const endedReason = 'Session Ended'

/** Why a session ends with an Error frame; the close code is the same number. */
export interface ProtocolError {
  readonly code: 1008 | 3005 | 3006 | 3007 | 3008
  readonly text: string
}

export function begin(session: {
  id: string
  expiresAtMs: number
  model: string
  filterProfanity: boolean
  timing: 'measured' | 'estimated'
}): string {
  return JSON.stringify({
    type: 'Begin',
    id: session.id,
    expires_at: Math.floor(session.expiresAtMs / 1000),
    configuration: {
      model: session.model,
      mode: null,
      api_version: '2025-05-12',
      speaker_labels: false,
      redact_pii: false,
      filter_profanity: session.filterProfanity,
      domain: null,
      voice_focus: null,
      word_timing: session.timing,
    },
  })
}

/** One turn as it stands now. */
export interface WireTurn {
  readonly order: number
  readonly words: readonly WireWord[]
  readonly endOfTurn: boolean
  /** The two-letter code of the language that the model found, or null. */
  readonly language: string | null
}

export function turn({ order, words, endOfTurn, language }: WireTurn): string {
  const transcript = joinWords(words.map((word) => word.text))
  return JSON.stringify({
    turn_order: order,
    turn_is_formatted: true,
    end_of_turn: endOfTurn,
    transcript,
    end_of_turn_confidence: endOfTurn ? 1 : 0,
    words: words.map((word) => ({
      start: word.startMs,
      end: word.endMs,
      text: word.text,
      confidence: word.confidence === null ? null : Number(word.confidence.toFixed(4)),
      word_is_final: word.isFinal,
    })),
    utterance: endOfTurn ? transcript : '',
    ...(language === null ? {} : { language_code: language }),
    type: 'Turn',
  })
}

/** `realtimeFactor`: processed audio over elapsed time; below 1 the text falls behind. */
export function heartbeat(beat: {
  receivedMs: number
  durationMs: number
  realtimeFactor: number
}): string {
  return JSON.stringify({
    type: 'Heartbeat',
    total_audio_received_ms: Math.round(beat.receivedMs),
    total_duration_ms: Math.round(beat.durationMs),
    realtime_factor: Number(beat.realtimeFactor.toFixed(4)),
    max_speech_probability: null,
  })
}

export function warning(code: number, text: string): string {
  return JSON.stringify({ type: 'Warning', warning_code: code, warning: text })
}

/** Seconds are whole numbers, rounded up like the service's billing. */
export function termination(audioMs: number, sessionMs: number): string {
  return JSON.stringify({
    type: 'Termination',
    audio_duration_seconds: Math.ceil(audioMs / 1000),
    session_duration_seconds: Math.ceil(sessionMs / 1000),
  })
}

export function errorFrame(error: ProtocolError): string {
  return JSON.stringify({ type: 'Error', error_code: error.code, error: error.text })
}
