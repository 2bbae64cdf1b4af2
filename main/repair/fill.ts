import type { Gap, Turn, Word } from '../../preload/model'
import type { Filling } from '../library/filling'
import type { SpokenWord, Transcription } from '../pre-recorded'
import { fillSession, type Stretch } from './plan'

export interface FillInput {
  readonly gap: Gap
  /** What was listened to; times of `words` count from its start. */
  readonly piece: Stretch
  readonly words: readonly SpokenWord[]
  readonly timing: Transcription['timing']
  readonly language: string | null
  /** All turns of the meeting as they stand now. */
  readonly turns: readonly Turn[]
  /** The time line's now, for when the words were first seen. */
  readonly nowMs: number
  /** Whether nothing of the gap is left after this piece. */
  readonly isLast: boolean
}

/** A pause that ends a turn, and how long one may be before the end of a sentence ends it too. */
const turnPauseMs = 700
const longTurnMs = 30_000
const longestTurnMs = 120_000

/**
 * What the words found in a gap change. A word is taken where it lies in the gap, in whole or in
 * part, and where no final word of its source stands at its time. A partial that was left in the gap
 * makes way for no fewer words than it has; otherwise it stays, and becomes final.
 */
export function fillOf(input: FillInput): Filling {
  const { gap, piece, turns, nowMs } = input
  const own = turns.filter(({ source }) => source === gap.source)
  const within = {
    startMs: Math.max(gap.startMs, piece.startMs),
    endMs: Math.min(gap.endMs, piece.endMs),
  }
  const finals = own.filter(({ isFinal }) => isFinal).flatMap(({ words }) => words)
  const heard = input.words
    .map((word) => toWord(word, piece.startMs))
    .filter((word) => overlapMs(word, gap) > 0 && !stands(word, finals))

  const kept: Turn[] = []
  const dropped: Turn[] = []
  const standing: Word[] = []
  for (const turn of own.filter(({ isFinal }) => !isFinal)) {
    const inside = turn.words.filter((word) => isInside(word, within))
    // What is being said live, behind the gap, is not touched and not said again.
    if (inside.length === 0) {
      standing.push(...turn.words)
      continue
    }
    const rest = turn.words.filter((word) => !inside.includes(word))
    if (countIn(heard, inside) < inside.length) {
      standing.push(...turn.words)
      if (input.isLast) kept.push(finalOf(turn, turn.words, nowMs))
    } else if (rest.length === 0) {
      dropped.push(turn)
    } else {
      standing.push(...rest)
      const shorter = finalOf(turn, rest, nowMs)
      kept.push(input.isLast ? shorter : { ...shorter, isFinal: false, finalMs: null })
    }
  }

  const sessionId = fillSession(gap.id)
  const before = own.filter((turn) => turn.sessionId === sessionId)
  const firstOrder = 1 + Math.max(-1, ...before.map(({ turnOrder }) => turnOrder))
  const fresh = heard.filter((word) => !stands(word, standing))
  const filled = groups(fresh).map((words, index): Turn => ({
    source: gap.source,
    sessionId,
    turnOrder: firstOrder + index,
    startMs: words[0]?.startMs ?? gap.startMs,
    endMs: Math.max(...words.map(({ endMs }) => endMs)),
    text: joined(words),
    words,
    isFinal: true,
    speaker: words[0]?.speaker ?? null,
    language: input.language,
    timing: input.timing,
    firstSeenMs: nowMs,
    finalMs: nowMs,
    filledIn: true,
    echo: false,
  }))
  return {
    gap: input.isLast ? { ...gap, filled: gap.sound } : gap,
    turns: [...filled, ...kept],
    dropped,
  }
}

function toWord(word: SpokenWord, offsetMs: number): Word {
  const startMs = offsetMs + word.startMs
  return {
    text: word.text,
    startMs,
    endMs: Math.max(startMs + 1, offsetMs + word.endMs),
    confidence: word.confidence,
    isFinal: true,
    speaker: word.speaker,
  }
}

function overlapMs(a: Stretch, b: Stretch): number {
  return Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs)
}

/** Whether another word takes half of the shorter of the two's time: then it is the same one. */
function stands(word: Word, others: readonly Word[]): boolean {
  return others.some((other) => {
    const shorter = Math.min(word.endMs - word.startMs, other.endMs - other.startMs)
    return overlapMs(word, other) * 2 >= Math.max(1, shorter)
  })
}

function isInside(word: Stretch, stretch: Stretch): boolean {
  const middle = (word.startMs + word.endMs) / 2
  return middle >= stretch.startMs && middle < stretch.endMs
}

/** How many of these words lie in the time that others take, from their first to their last. */
function countIn(words: readonly Word[], others: readonly Word[]): number {
  const startMs = Math.min(...others.map((other) => other.startMs))
  const endMs = Math.max(...others.map((other) => other.endMs))
  return words.filter((word) => overlapMs(word, { startMs, endMs }) > 0).length
}

/** Its session is over, so nothing but this will make it final. */
function finalOf(turn: Turn, words: readonly Word[], nowMs: number): Turn {
  const all = words.length === turn.words.length
  return {
    ...turn,
    startMs: words[0]?.startMs ?? turn.startMs,
    endMs: Math.max(turn.startMs, ...words.map(({ endMs }) => endMs)),
    text: all ? turn.text : joined(words),
    words: words.map((word) => ({ ...word, isFinal: true })),
    isFinal: true,
    finalMs: Math.max(nowMs, turn.firstSeenMs),
  }
}

/** Turns end at a pause, at a change of speaker, and at the end of a sentence where they are long. */
function groups(words: readonly Word[]): Word[][] {
  const turns: Word[][] = []
  for (const word of words) {
    const turn = turns.at(-1)
    if (turn && !endsBefore(turn, word)) turn.push(word)
    else turns.push([word])
  }
  return turns
}

function endsBefore(turn: readonly Word[], word: Word): boolean {
  const [first, last] = [turn[0], turn.at(-1)]
  if (!first || !last) return false
  if (word.startMs - last.endMs >= turnPauseMs || word.speaker !== last.speaker) return true
  const length = last.endMs - first.startMs
  return (
    length >= longestTurnMs || (length >= longTurnMs && /[.?!…。？！]["'”’)]*$/.test(last.text))
  )
}

function joined(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}
