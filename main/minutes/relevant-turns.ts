import { foldedWords, stopWordsOf } from '../library'

/** The words of a question that can be searched for, folded, each once. */
export function questionWords(question: string, language: string | null): string[] {
  const stopWords = stopWordsOf(language)
  const words = foldedWords(question).map(({ word }) => word)
  return [...new Set(words)].filter((word) => !stopWords.has(word)).slice(0, maxWords)
}

const maxWords = 12
/** How many turns before and after a match belong to it. */
const around = 2
/** A longer word also matches with another ending: visit and visits, decide and decided. */
export const stemLength = 5

/**
 * Returns the turns that can answer a question, in their order, with those around them, up to about
 * `limit` characters: the turns with the most words of the question first.
 */
export function relevantTurns<T extends { readonly text: string }>(
  turns: readonly T[],
  words: readonly string[],
  limit: number,
): T[] {
  const stems = words.map((word) => word.slice(0, stemLength))
  const scored = turns
    .map(({ text }, index) => ({ index, score: scoreOf(text, stems) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
  const chosen = new Set<number>()
  let size = 0
  for (const { index } of scored) {
    for (let at = index - around; at <= index + around; at += 1) {
      const length = turns[at]?.text.length
      if (length === undefined || chosen.has(at)) continue
      if (size + length > limit) continue
      chosen.add(at)
      size += length
    }
  }
  return turns.filter((_, index) => chosen.has(index))
}

function scoreOf(text: string, stems: readonly string[]): number {
  const said = foldedWords(text).map(({ word }) => word)
  return stems.filter((stem) => said.some((word) => word.startsWith(stem))).length
}
