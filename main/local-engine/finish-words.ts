import type { DecodedWord } from './families/token-words'
import { maskProfanity } from './profanity'
import { collapseLoops } from './repetition'

/** What is done to the words of a turn before they are sent; `isFinal` if the turn is over. */
export type FinishWords = (words: readonly DecodedWord[], isFinal: boolean) => DecodedWord[]

export interface FinishOptions {
  readonly filterProfanity: boolean
}

/** Removes loops and, on request, masks offensive words. */
export function createFinish({ filterProfanity }: FinishOptions): FinishWords {
  return (words) => {
    const said = collapseLoops(words, (word) => word.text)
    if (!filterProfanity) return said
    return said.map((word) => ({ ...word, text: maskProfanity(word.text) }))
  }
}
