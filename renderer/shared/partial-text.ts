import type { Word } from '../../preload/model'

export interface PartialText {
  readonly firm: string
  readonly soft: string
}

/** What is said of a partial: the words that stand, then those that may still change. */
export function splitWords(text: string, words: readonly Word[]): PartialText {
  if (words.length === 0) return { firm: '', soft: text }
  const firstSoft = words.findIndex((word) => !word.isFinal)
  const join = (some: readonly Word[]) => some.map((word) => word.text).join(' ')
  if (firstSoft < 0) return { firm: join(words), soft: '' }
  return { firm: join(words.slice(0, firstSoft)), soft: join(words.slice(firstSoft)) }
}
