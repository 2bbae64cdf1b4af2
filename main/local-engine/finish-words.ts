import { createTermCorrection } from './families/key-terms'
import type { DecodedWord } from './families/token-words'
import { repairWriting, type Writing } from './families/written-words'
import { maskProfanity } from './profanity'
import { collapseLoops } from './repetition'

/** The words of a turn as a model heard them. */
export interface HeardTurn {
  readonly words: readonly DecodedWord[]
  /** Whether the turn is over. */
  readonly endOfTurn: boolean
  /** The two-letter code of its language, or null. */
  readonly language: string | null
}

/** What is done to the words of a turn before they are sent. */
export type FinishWords = (turn: HeardTurn) => DecodedWord[]

export interface FinishOptions {
  readonly filterProfanity: boolean
  /** Names and terms to listen for. */
  readonly terms: readonly string[]
  readonly writing: Writing
}

/**
 * Removes loops, repairs the writing where the model writes no marks or capitals, puts key terms where
 * words sound like them and, on request, masks offensive words.
 */
export function createFinish({ filterProfanity, terms, writing }: FinishOptions): FinishWords {
  const correct = createTermCorrection(terms, writing)
  return ({ words, endOfTurn, language }) => {
    const said = collapseLoops(words, (word) => word.text)
    const written = repairWriting(said, { writing, isFinal: endOfTurn, language })
    const termed = correct(written)
    if (!filterProfanity) return termed
    return termed.map((word) => ({ ...word, text: maskProfanity(word.text) }))
  }
}
