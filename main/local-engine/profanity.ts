import {
  DataSet,
  RegExpMatcher,
  englishDataset,
  englishRecommendedWhitelistMatcherTransformers,
  toAsciiLowerCaseTransformer,
  type EnglishProfaneWord,
} from 'obscenity'

/** Words that doctors, lawyers or reporters use in meetings. */
const plainSpeech: ReadonlySet<EnglishProfaneWord> = new Set([
  'anal',
  'anus',
  'ejaculate',
  'incest',
  'orgasm',
  'penis',
  'rape',
  'scat',
  'semen',
  'sex',
  'vagina',
])

/** Prefixes of innocent words and names that the data set matches by mistake. */
const innocent = [
  'assn',
  'assonan',
  'assort',
  'asst',
  'assyri',
  'chappaquiddick',
  'cockpit',
  'cockscomb',
  'cocksure',
  'cumin',
  'cummerbund',
  'cummings',
  'cumquat',
  'dickers',
  'dickins',
  'dickson',
  'fagin',
  'feckless',
  'fuku',
  'niggard',
  'pussyfoot',
  'retardant',
  'titter',
  'tittle',
  'vandyke',
  'wankel',
]

const offensive = new DataSet<{ originalWord: EnglishProfaneWord }>()
  .addAll(englishDataset)
  .removePhrasesIf((phrase) => {
    const word = phrase.metadata?.originalWord
    return word !== undefined && plainSpeech.has(word)
  })

const built = offensive.build()
// Transcripts spell words out: mapping digits and look-alikes would only find "ass" in "455".
const matcher = new RegExpMatcher({
  ...built,
  whitelistedTerms: [...(built.whitelistedTerms ?? []), ...innocent],
  blacklistMatcherTransformers: [toAsciiLowerCaseTransformer()],
  whitelistMatcherTransformers: englishRecommendedWhitelistMatcherTransformers,
})

/** Replaces an offensive word with `***`, as the service does; punctuation around it stays. */
export function maskProfanity(word: string): string {
  if (!matcher.hasMatch(word)) return word
  return word.replace(/[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/u, '***')
}
