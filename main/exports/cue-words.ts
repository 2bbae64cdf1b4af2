import type { Turn } from '../../preload/model'
import { charactersOf, widthOf } from './characters'
import { oneLine } from './entries'

/** A word as it is shown, with the time in which it is said. */
export interface CueWord {
  text: string
  startMs: number
  endMs: number
}

/** The longest line that subtitles may have, in characters as a reader counts them. */
export const maxLine = 42

/**
 * The words of a turn's text with their times. Where the text has as many words as the engine
 * timed, each has its own time; where it has not (numbers written out, languages without spaces),
 * times go by the share of the text. A word longer than a line is cut.
 */
export function cueWords(turn: Turn): CueWord[] {
  const texts = oneLine(turn.text).split(' ').filter(Boolean)
  const timed = turn.words.filter(({ text }) => oneLine(text) !== '')
  const words =
    texts.length === timed.length
      ? texts.map((text, i) => ({
          text,
          startMs: timed[i]?.startMs ?? turn.startMs,
          endMs: timed[i]?.endMs ?? turn.endMs,
        }))
      : byShare(texts, turn)
  return inOrder(words.flatMap(cutLong))
}

/** Spreads texts over the words of the turn, or over the turn, by their length. */
function byShare(texts: readonly string[], turn: Turn): CueWord[] {
  const spans =
    turn.words.length > 0
      ? turn.words.map(({ text, startMs, endMs }) => ({ size: text.length || 1, startMs, endMs }))
      : [{ size: 1, startMs: turn.startMs, endMs: turn.endMs }]
  const spanTotal = spans.reduce((sum, { size }) => sum + size, 0)
  const textTotal = texts.reduce((sum, text) => sum + text.length, 0)
  let at = 0
  let sizeBefore = 0
  /** The time at a share of the text, asked in order; `after` tells the start of a word from the end of the one before it. */
  const timeAt = (share: number, after: boolean) => {
    const place = share * spanTotal
    for (;;) {
      const { size = 1, startMs = 0, endMs = 0 } = spans[at] ?? {}
      const rest = place - sizeBefore
      const last = at === spans.length - 1
      if (rest < size || last || (!after && rest === size)) {
        return startMs + Math.min(1, rest / size) * (endMs - startMs)
      }
      sizeBefore += size
      at += 1
    }
  }
  let before = 0
  return texts.map((text) => {
    const start = before / textTotal
    before += text.length
    return {
      text,
      startMs: Math.round(timeAt(start, true)),
      endMs: Math.round(timeAt(before / textTotal, false)),
    }
  })
}

/** Cuts a word that no line can hold, between characters and never within one. */
function cutLong(word: CueWord): CueWord[] {
  if (widthOf(word.text) <= maxLine) return [word]
  const characters = charactersOf(word.text)
  const pieces: CueWord[] = []
  const length = word.endMs - word.startMs
  for (let at = 0; at < characters.length; at += maxLine) {
    const piece = characters.slice(at, at + maxLine)
    const share = (index: number) => Math.round(word.startMs + (length * index) / characters.length)
    pieces.push({
      text: piece.join(''),
      startMs: share(at),
      endMs: share(at + piece.length),
    })
  }
  return pieces
}

/** Engines give words of no length, and now and then one before its neighbour. */
function inOrder(words: readonly CueWord[]): CueWord[] {
  let last = 0
  return words.map(({ text, startMs, endMs }) => {
    const start = Math.max(last, startMs)
    last = start
    return { text, startMs: start, endMs: Math.max(start, endMs) }
  })
}
