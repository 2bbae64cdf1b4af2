import { defaultServiceModel, serviceModelTable } from '../../common/model/models'

/** The parameters of one connection, checked and with defaults. Unknown ones are ignored. */
export interface SessionParameters {
  readonly model: string
  readonly style: 'universal' | 'pro'
  readonly mode: string | null
  readonly sampleRate: number
  readonly bytesPerSample: 1 | 2
  readonly formatTurns: boolean
  readonly minTurnSilenceMs: number
  readonly partials: boolean
  readonly speakerLabels: boolean
  readonly languageDetection: boolean
  /** The expected languages; the first is heard. */
  readonly languages: readonly string[]
  readonly maxSpeakers: number | null
  readonly redactPii: boolean
  readonly filterProfanity: boolean
  readonly domain: string | null
  readonly voiceFocus: string | null
  readonly heartbeat: boolean
  /** The service's seconds, or null for never. */
  readonly inactivitySeconds: number | null
}

export type Checked =
  | { readonly ok: true; readonly parameters: SessionParameters }
  /** The text of the 3006, without its prefix. */
  | { readonly ok: false; readonly text: string }

/** The model that answers if none is requested; the service changed it three times in 2026. */
const defaultModel = defaultServiceModel
const live = serviceModelTable.filter(({ kind }) => kind === 'live')
const universalModels = live.filter(({ takesPrompt }) => !takesPrompt).map(({ name }) => name)
/** Names that the service accepts and the table of models does not have. */
const otherModels = [
  'whisper-rt',
  'u3-rt-pro',
  'u3-rt-pro-beta-1',
  'u3-rt-agent',
  'universal-3-6',
  'universal-3-7-preview',
  'assemblyai-stt-3-7-realtime-agent',
  '_universal-3-5-notetaker',
]
const models = [...live.map(({ name }) => name), ...otherModels]
const encodings = ['pcm_s16le', 'pcm_mulaw', 'opus', 'ogg_opus', 'aac']
const modes = ['min_latency', 'balanced', 'max_accuracy', 'manual']
/** Pro's silence that ends a turn, by mode. */
const proSilenceMs: Record<string, number> = { min_latency: 128, balanced: 128, max_accuracy: 512 }
const longestPrompt = 1_750
const mostTerms = 100

/**
 * Checks the query of /v3/ws as the service does.
 * Only the text for a low sample_rate is known exactly; the others have the same form.
 */
export function checkParameters(query: Readonly<Record<string, string>>): Checked {
  const model = query.speech_model ?? defaultModel
  const encoding = query.encoding ?? 'pcm_s16le'
  const sampleRate = Number(query.sample_rate ?? 16_000)
  const mode = query.mode ?? 'balanced'
  const inactivity = query.inactivity_timeout
  const fault =
    oneOf('speech_model', model, models) ??
    oneOf('encoding', encoding, encodings) ??
    rateFault(sampleRate) ??
    oneOf('mode', mode, modes) ??
    textFaults(query) ??
    (inactivity === undefined ? null : inactivityFault(Number(inactivity)))
  if (fault !== null) return { ok: false, text: fault }
  const pro = !universalModels.includes(model)
  const speakerLabels = query.speaker_labels === 'true'
  const silence = query.min_turn_silence ?? query.min_end_of_turn_silence_when_confident
  const usualSilence = pro ? (speakerLabels ? 640 : (proSilenceMs[mode] ?? 128)) : 400
  return {
    ok: true,
    parameters: {
      model,
      style: pro ? 'pro' : 'universal',
      mode: pro ? mode : null,
      sampleRate,
      bytesPerSample: encoding === 'pcm_s16le' ? 2 : 1,
      formatTurns: query.format_turns === 'true',
      minTurnSilenceMs: clampSilence(Number(silence ?? usualSilence)),
      partials: query.include_partial_turns !== 'false' && query.redact_pii !== 'true',
      speakerLabels,
      languageDetection: query.language_detection === 'true',
      languages: textList(query.language_codes),
      maxSpeakers: query.max_speakers === undefined ? null : Number(query.max_speakers),
      redactPii: query.redact_pii === 'true',
      filterProfanity: query.filter_profanity === 'true',
      domain: query.domain ?? null,
      voiceFocus: query.voice_focus ?? null,
      heartbeat: query.session_heartbeat === 'true',
      inactivitySeconds: inactivity === undefined ? null : Number(inactivity),
    },
  }
}

/** Faults of the values that may also come in an UpdateConfiguration. */
export function textFaults(values: Readonly<Record<string, unknown>>): string | null {
  const terms = values.keyterms_prompt
  const list = typeof terms === 'string' ? parseList(terms) : terms
  if (terms !== undefined && !Array.isArray(list)) {
    return "Invalid 'keyterms_prompt': Input should be a valid list"
  }
  if (Array.isArray(list) && list.length > mostTerms) {
    return `Invalid 'keyterms_prompt': Value error, at most ${mostTerms} keyterms are allowed`
  }
  for (const name of ['prompt', 'agent_context']) {
    const value = values[name]
    if (typeof value === 'string' && value.length > longestPrompt) {
      return `Invalid '${name}': String should have at most ${longestPrompt} characters`
    }
  }
  return null
}

/** Turn silences outside the range are clamped, not refused. */
export function clampSilence(ms: number): number {
  return Math.max(50, Math.min(10_000, ms))
}

/** The texts of a list or of its JSON. */
export function textList(value: unknown): readonly string[] {
  const list = typeof value === 'string' ? parseList(value) : value
  return Array.isArray(list) ? list.map(String) : []
}

function parseList(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

function oneOf(name: string, value: string, allowed: readonly string[]): string | null {
  if (allowed.includes(value)) return null
  const quoted = allowed.map((item) => `'${item}'`)
  const list = `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`
  return `Invalid '${name}': Input should be ${list}`
}

function rateFault(rate: number): string | null {
  if (rate < 8_000) {
    return "Invalid 'sample_rate': Value error, sample_rate must be at least 8,000 Hz"
  }
  return rate <= 96_000
    ? null
    : "Invalid 'sample_rate': Value error, sample_rate must be at most 96,000 Hz"
}

function inactivityFault(seconds: number): string | null {
  if (seconds >= 5 && seconds <= 3_600) return null
  const limit = seconds < 5 ? 'greater than or equal to 5' : 'less than or equal to 3600'
  return `Invalid 'inactivity_timeout': Input should be ${limit}`
}
