import {
  RegExpMatcher,
  englishDataset,
  englishRecommendedWhitelistMatcherTransformers,
  toAsciiLowerCaseTransformer,
} from 'obscenity'

// Speech is spelled as words: undoing digits and look-alikes would only find "ass" in "455".
const matcher = new RegExpMatcher({
  ...englishDataset.build(),
  blacklistMatcherTransformers: [toAsciiLowerCaseTransformer()],
  whitelistMatcherTransformers: englishRecommendedWhitelistMatcherTransformers,
})

/** Writes `***` for an offensive word, as the service does; the punctuation around it stays. */
export function maskProfanity(word: string): string {
  if (!matcher.hasMatch(word)) return word
  return word.replace(/[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/u, '***')
}
