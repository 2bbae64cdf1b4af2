/** One model of the service; everything that Parley knows about it. */
export interface ServiceModelInfo {
  /** The value of `speech_model`, or an entry of `speech_models` for recorded audio. */
  readonly name: string
  readonly label: string
  readonly kind: 'live' | 'recorded'
  readonly languages: 'english' | 'several' | number
  /** The model adds punctuation only on request. */
  readonly formatTurns: boolean
  /** The model reports the language of each turn. */
  readonly detectsLanguage: boolean
  /** The model accepts a list of expected languages. */
  readonly takesLanguages: boolean
  readonly takesKeyTerms: boolean
  readonly takesPrompt: boolean
  readonly takesMode: boolean
  readonly takesVoiceFocus: boolean
  /** List price in US cents for an hour of one session; null if it is not known. */
  readonly centsAnHour: number | null
  /** The price of key terms on top, in US cents for an hour. */
  readonly keyTermsCentsAnHour: number
  /** The month of the price, as it is shown. */
  readonly priceOf: string | null
  readonly state: 'current' | 'deprecated' | 'retired'
}

const universal = {
  kind: 'live',
  takesLanguages: false,
  takesKeyTerms: true,
  takesPrompt: false,
  takesMode: false,
  takesVoiceFocus: false,
  centsAnHour: 15,
  keyTermsCentsAnHour: 4,
  priceOf: 'October 2026',
  state: 'current',
} as const
const pro = {
  kind: 'live',
  languages: 32,
  formatTurns: false,
  detectsLanguage: true,
  takesLanguages: true,
  takesKeyTerms: true,
  takesPrompt: true,
  takesMode: true,
  takesVoiceFocus: true,
  centsAnHour: 45,
  keyTermsCentsAnHour: 0,
  priceOf: 'October 2026',
  state: 'current',
} as const

/** The models in the order in which they are shown. A new model is one line here. */
export const serviceModelTable: readonly ServiceModelInfo[] = [
  {
    ...universal,
    name: 'universal-streaming-english',
    label: 'Universal-Streaming, English',
    languages: 'english',
    formatTurns: true,
    detectsLanguage: false,
  },
  {
    ...universal,
    name: 'universal-streaming-multilingual',
    label: 'Universal-Streaming, multilingual',
    languages: 'several',
    formatTurns: false,
    detectsLanguage: true,
  },
  { ...pro, name: 'universal-3-6-pro', label: 'Universal-3.6 Pro' },
  // Neither price nor languages have been published.
  {
    ...pro,
    name: 'assemblyai-stt-3-7-realtime',
    label: 'AssemblyAI 3.7, for several speakers',
    languages: 'several',
    centsAnHour: null,
    priceOf: null,
  },
  { ...pro, name: 'universal-3-5-pro', label: 'Universal-3.5 Pro', state: 'deprecated' },
  {
    ...pro,
    kind: 'recorded',
    name: 'assemblyai-stt-3-7',
    label: 'AssemblyAI 3.7',
    centsAnHour: 21,
    priceOf: 'November 2026',
  },
  {
    ...universal,
    kind: 'recorded',
    name: 'universal-2',
    label: 'Universal-2',
    languages: 'several',
    formatTurns: false,
    detectsLanguage: true,
    takesLanguages: true,
    keyTermsCentsAnHour: 0,
  },
]

/**
 * The model of a new installation, and the one that is tried if the service refuses another. It stays
 * so until the price and the languages of 3.7 are known.
 */
export const defaultServiceModel = 'universal-3-6-pro'

/** How many characters of a prompt the service accepts. */
export const longestPrompt = 1_750

/** The models for recorded audio: a language that one does not support goes to the next. */
export const recordedModels = serviceModelTable
  .filter(({ kind }) => kind === 'recorded')
  .map(({ name }) => name)

/**
 * Returns what is known about a model. A name that is not in the table is a newer model, so it is
 * treated like the current Pro models, without a price.
 */
export function serviceModelInfo(name: string): ServiceModelInfo {
  const known = serviceModelTable.find((model) => model.name === name)
  return (
    known ?? { ...pro, name, label: name, languages: 'several', centsAnHour: null, priceOf: null }
  )
}
