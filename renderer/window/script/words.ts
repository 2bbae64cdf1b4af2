import { messages } from '../../../preload/messages'
import type { Gap, Word, WordlessTurn } from '../../../preload/model'
import { wordPlaces } from '../../../preload/word-places'
import { splitWords, type PartialText } from '../../shared/partial-text'
import { missing } from '../format'

/** A turn of the script. Its words may be JSON still, as the library holds them, or not here yet. */
export type ScriptTurn = WordlessTurn & { readonly words: readonly Word[] | string | null }

/**
 * What is worked out of a turn, kept with it. Not for what is asked of every turn at once: so much
 * of it would be kept that a collection of garbage stops the scrolling.
 */
function remember<Of>(workOut: (turn: ScriptTurn) => Of): (turn: ScriptTurn) => Of {
  const known = new WeakMap<ScriptTurn, Of>()
  return (turn) => {
    const before = known.get(turn)
    if (before !== undefined) return before
    const found = workOut(turn)
    known.set(turn, found)
    return found
  }
}

function readWords({ words }: ScriptTurn): readonly Word[] {
  // Written by the library, from words that were parsed at the boundary.
  return typeof words === 'string' ? (JSON.parse(words) as Word[]) : (words ?? [])
}

/** The words of a turn, read at need: a long meeting has more of them than are ever looked at. */
export const wordsOf = remember(readWords)

/** The words of a partial: those that stand, then those that may still change. */
export function splitPartial(turn: ScriptTurn): PartialText {
  return splitWords(turn.text, wordsOf(turn))
}

/** Where a word stands in the text of its turn: [start, end). */
export type WordRange = readonly [number, number]

function rangesOf(text: string, words: readonly Word[]): readonly (WordRange | null)[] {
  return wordPlaces({ text, words }).map((place) => place && bare(text, place))
}

/** Where each word of a turn stands in its text; null for a word that the text does not have. */
export const wordRanges = remember((turn) => rangesOf(turn.text, wordsOf(turn)))

/** A word without the punctuation around it. */
function bare(text: string, [start, end]: WordRange): WordRange {
  const inner = /[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/su.exec(text.slice(start, end))
  if (inner === null) return [start, end]
  return [start + inner.index, start + inner.index + inner[0].length]
}

/** The word that is said at this time, or the last one before it; -1 before the first. */
export function wordAt(turn: ScriptTurn, atMs: number): number {
  return wordsOf(turn).findLastIndex((word) => word.startMs <= atMs)
}

/** The word that stands at a place of the text, or the last one before it; -1 before the first. */
export function wordAtOffset(turn: ScriptTurn, offset: number): number {
  return wordRanges(turn).findLastIndex((range) => range !== null && range[0] <= offset)
}

/** Below this confidence a word is worth a second listen. */
const doubtBelow = 0.5

/** Whether the engine was not sure of a word. */
export function isDoubtful(word: Word): boolean {
  return word.confidence !== null && word.confidence < doubtBelow
}

/**
 * The words of a turn that the engine was not sure of and its text has. Asked of every turn at
 * once, and so not remembered.
 */
export function doubtfulWords(turn: ScriptTurn): number[] {
  const words = readWords(turn)
  if (!words.some(isDoubtful)) return []
  const ranges = rangesOf(turn.text, words)
  return words.flatMap((word, index) => (isDoubtful(word) && ranges[index] ? [index] : []))
}

/** The sentence of a gap: how long, why, and what became of the words. */
export function gapSentence(gap: Gap): string {
  const text = messages.meeting.gap
  const sentence = text[gap.reason](missing(gap.endMs - gap.startMs))
  if (!gap.sound || gap.reason === 'import') return sentence
  return `${sentence} ${gap.filled ? text.filled : text.open}`
}
