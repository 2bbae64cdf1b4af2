import { isUnspaced } from '../../../common/text/join-words'
import type { DecodedWord } from './token-words'

/** Which marks and capitals a model writes. */
export interface Writing {
  readonly marks: boolean
  readonly capitals: boolean
}

/** The questions that begin with one of these words are nearly all questions in English. */
const asks = /^(who|what|when|where|why|how|which|whose|is|are|do|does|did|can|could|would|will)$/
const plainI = /^i(?=$|['’](m|ll|ve|d|s)$|[^\p{L}\p{N}'’])/u

/** A mark after which a sentence begins. A letter with a full stop, as in "e.g.", ends none. */
const sentenceEnd = /(?:[!?]|(?:\p{L}{2}|\p{N})\.)["”’)]*$/u

/**
 * Repairs the words of a model that writes no punctuation or no capitals: a sentence begins with a
 * capital, "i" is "I" in English, words in capitals throughout become lower case, and a turn that is
 * over ends with a mark. The number of words, their letters and their times stay.
 */
export function repairWriting(
  words: readonly DecodedWord[],
  {
    writing,
    isFinal,
    language,
  }: { readonly writing: Writing; readonly isFinal: boolean; readonly language: string | null },
): DecodedWord[] {
  const isEnglish = language === null || language === 'en'
  const texts = words.map(({ text }) => text)
  const cased = writing.capitals ? texts : texts.map((text) => text.toLowerCase())
  const repaired = cased.map((text, index) => {
    if (writing.capitals) return text
    const word = isEnglish ? text.replace(plainI, 'I') : text
    return index === 0 || sentenceEnd.test(cased[index - 1] ?? '') ? capitalised(word) : word
  })
  const last = repaired.length - 1
  const ending = repaired[last]
  if (!writing.marks && isFinal && ending !== undefined && /[\p{L}\p{N}]$/u.test(ending)) {
    const isQuestion = isEnglish && asks.test((repaired[0] ?? '').toLowerCase()) && last >= 2
    const mark = isUnspaced(ending) ? '。' : '.'
    repaired[last] = `${ending}${isQuestion ? '?' : mark}`
  }
  return words.map((word, index) => ({ ...word, text: repaired[index] ?? word.text }))
}

function capitalised(text: string): string {
  return text.replace(/\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en'))
}

/** Which marks and capitals a model can write, by its table of tokens. */
export function writingOf(tokens: string): Writing {
  return {
    capitals: /\p{Ll}/u.test(withoutNames(tokens)) && /\p{Lu}/u.test(withoutNames(tokens)),
    marks: /^▁?[.。]\s+\d+\s*$/mu.test(tokens),
  }
}

/** Names of special tokens, such as <unk>, say nothing about words. */
function withoutNames(tokens: string): string {
  return tokens.replace(/<[^>\s]*>|#\d+/g, '')
}
