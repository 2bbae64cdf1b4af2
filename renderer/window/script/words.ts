import { messages } from '../../../preload/messages'
import type { Gap, Turn, Word } from '../../../preload/model'
import { wordPlaces } from '../../../preload/word-places'
import { duration } from '../format'

/** The words of a partial: those that stand, then those that may still change. */
export function splitPartial(turn: Turn): { readonly firm: string; readonly soft: string } {
  if (turn.words.length === 0) return { firm: '', soft: turn.text }
  const firstSoft = turn.words.findIndex((word) => !word.isFinal)
  const join = (words: readonly Word[]) => words.map((word) => word.text).join(' ')
  if (firstSoft < 0) return { firm: join(turn.words), soft: '' }
  return { firm: join(turn.words.slice(0, firstSoft)), soft: join(turn.words.slice(firstSoft)) }
}

/** Where in the text the word stands that is said at this time, as [start, end), or null. */
export function wordRange(turn: Turn, atMs: number): readonly [number, number] | null {
  const said = turn.words.findLastIndex((word) => word.startMs <= atMs)
  return wordPlaces(turn)[said] ?? null
}

/** The sentence of a gap: how long, why, and what became of the words. */
export function gapSentence(gap: Gap): string {
  const text = messages.meeting.gap
  const sentence = text[gap.reason](duration(gap.endMs - gap.startMs))
  if (!gap.sound) return sentence
  return `${sentence} ${gap.filled ? text.filled : text.open}`
}
