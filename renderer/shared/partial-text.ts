import type { Word } from '../../common/model'
import { joinWords } from '../../common/text/join-words'

export interface PartialText {
  readonly firm: string
  readonly soft: string
}

/** The text of a partial: the final words, then those that may still change. */
export function splitWords(text: string, words: readonly Word[]): PartialText {
  if (words.length === 0) return { firm: '', soft: text }
  const firstSoft = words.findIndex((word) => !word.isFinal)
  const join = (some: readonly Word[]) => joinWords(some.map((word) => word.text))
  if (firstSoft < 0) return { firm: join(words), soft: '' }
  return { firm: join(words.slice(0, firstSoft)), soft: join(words.slice(firstSoft)) }
}
