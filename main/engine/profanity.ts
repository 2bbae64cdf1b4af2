import {
  DataSet,
  RegExpMatcher,
  englishDataset,
  englishRecommendedWhitelistMatcherTransformers,
  toAsciiLowerCaseTransformer,
  type EnglishProfaneWord,
} from 'obscenity'

/** Words that a doctor, a lawyer or a reporter says in a meeting. */
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

/** Beginnings of innocent words and names that the list takes for others. */
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
// Speech is spelled as words: undoing digits and look-alikes would only find "ass" in "455".
const matcher = new RegExpMatcher({
  ...built,
  whitelistedTerms: [...(built.whitelistedTerms ?? []), ...innocent],
  blacklistMatcherTransformers: [toAsciiLowerCaseTransformer()],
  whitelistMatcherTransformers: englishRecommendedWhitelistMatcherTransformers,
})

/** Writes `***` for an offensive word, as the service does; the punctuation around it stays. */
export function maskProfanity(word: string): string {
  if (!matcher.hasMatch(word)) return word
  return word.replace(/[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/u, '***')
}
