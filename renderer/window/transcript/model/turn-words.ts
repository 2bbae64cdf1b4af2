import { messages } from '../../../../common/text/window'
import type { Gap, Word, WordlessTurn } from '../../../../common/model'
import { parseWords } from '../../../../common/stored-words'
import { wordPlaces } from '../../../../common/text/word-spans'
import { splitWords, type PartialText } from '../../../shared/partial-text'
import { missing } from '../../format'

/**
 * A turn of the transcript. Its words may still be JSON from the library, or null until they
 * arrive.
 */
export type TranscriptTurn = WordlessTurn & { readonly words: readonly Word[] | string | null }

/**
 * Caches a result with its turn. Not for results that are needed of every turn at once: they use so
 * much memory that garbage collection interrupts scrolling.
 */
function remember<Of>(workOut: (turn: TranscriptTurn) => Of): (turn: TranscriptTurn) => Of {
  const known = new WeakMap<TranscriptTurn, Of>()
  return (turn) => {
    const before = known.get(turn)
    if (before !== undefined) return before
    const found = workOut(turn)
    known.set(turn, found)
    return found
  }
}

function readWords({ words }: TranscriptTurn): readonly Word[] {
  return typeof words === 'string' ? parseWords(words) : (words ?? [])
}

/** The words of a turn, parsed on demand, because most words of a long meeting are never needed. */
export const wordsOf = remember(readWords)

/** The text of a partial: the final words, then those that may still change. */
export function splitPartial(turn: TranscriptTurn): PartialText {
  return splitWords(turn.text, wordsOf(turn))
}

/** Where a word is in the text of its turn: [start, end). */
export type WordRange = readonly [number, number]

function rangesOf(text: string, words: readonly Word[]): readonly (WordRange | null)[] {
  return wordPlaces({ text, words }).map((wordRef) => wordRef && bare(text, wordRef))
}

/** Where each word of a turn is in its text; null for a word that the text does not contain. */
export const wordRanges = remember((turn) => rangesOf(turn.text, wordsOf(turn)))

/** A word without the punctuation around it. */
function bare(text: string, [start, end]: WordRange): WordRange {
  const inner = /[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/su.exec(text.slice(start, end))
  if (inner === null) return [start, end]
  return [start + inner.index, start + inner.index + inner[0].length]
}

/** The index of the word at this time, or of the last one before it; -1 before the first. */
export function wordAt(turn: TranscriptTurn, atMs: number): number {
  return wordsOf(turn).findLastIndex((word) => word.startMs <= atMs)
}

/**
 * The index of the word at an offset of the text, or of the last one before it; -1 before the
 * first.
 */
export function wordAtOffset(turn: TranscriptTurn, offset: number): number {
  return wordRanges(turn).findLastIndex((range) => range !== null && range[0] <= offset)
}

/** Below this confidence a word may be wrong. */
const doubtBelow = 0.5

/** Whether the engine was not sure of a word. */
export function isDoubtful(word: Word): boolean {
  return word.confidence !== null && word.confidence < doubtBelow
}

/** Whether the service was not sure of the language of a turn. */
export function isLanguageDoubtful({
  language,
  languageConfidence,
}: Pick<TranscriptTurn, 'language' | 'languageConfidence'>): boolean {
  return language !== null && languageConfidence !== undefined && languageConfidence < doubtBelow
}

/**
 * The indexes of the words that the engine was not sure of and that the text contains. Needed of
 * every turn at once, and therefore not cached.
 */
export function doubtfulWords(turn: TranscriptTurn): number[] {
  const words = readWords(turn)
  if (!words.some(isDoubtful)) return []
  const ranges = rangesOf(turn.text, words)
  return words.flatMap((word, index) => (isDoubtful(word) && ranges[index] ? [index] : []))
}

/** The sentence of a gap: how long, why, and whether the words were filled in. */
export function gapSentence(gap: Gap): string {
  const text = messages.meeting.gap
  const sentence = text[gap.reason](missing(gap.endMs - gap.startMs))
  if (!gap.sound || gap.reason === 'import') return sentence
  return `${sentence} ${gap.filled ? text.filled : text.open}`
}
