import type { Gap, Turn, Word } from '../../common/model'
import { joinWords } from '../../common/text/join-words'
import type { GapWords } from '../library'
import type { SpokenWord, Transcription } from '../../common/transcription'
import { overlapMs, type Range } from '../../common/time'
import { fillSessionId } from './chunking'

export interface MergeInput {
  readonly gap: Gap
  /** The transcribed range; times of `words` count from its start. */
  readonly chunk: Range
  readonly words: readonly SpokenWord[]
  readonly timing: Transcription['timing']
  readonly language: string | null
  /** All current turns of the meeting. */
  readonly turns: readonly Turn[]
  /** The current time on the time line, stored as the time the words were first seen. */
  readonly nowMs: number
  /** Whether this chunk reaches the end of the gap. */
  readonly isLast: boolean
}

/** A pause that ends a turn, and the length from which the end of a sentence ends it as well. */
const turnPauseMs = 700
const longTurnMs = 30_000
const longestTurnMs = 120_000

/**
 * Returns the changes that the words of a gap cause. A word is used if it overlaps the gap and no
 * final word of its source has the same time. A partial inside the gap is replaced if at least as
 * many words were found; otherwise it stays and becomes final.
 */
export function mergeIntoGap(input: MergeInput): GapWords {
  const { gap, chunk: piece, turns, nowMs } = input
  const own = turns.filter(({ source }) => source === gap.source)
  const within = {
    startMs: Math.max(gap.startMs, piece.startMs),
    endMs: Math.min(gap.endMs, piece.endMs),
  }
  const finals = own.filter(({ isFinal }) => isFinal).flatMap(({ words }) => words)
  const heard = input.words
    .map((word) => toWord(word, piece.startMs))
    .filter((word) => overlapMs(word, gap) > 0 && !isTaken(word, finals))

  const kept: Turn[] = []
  const dropped: Turn[] = []
  const existing: Word[] = []
  for (const turn of own.filter(({ isFinal }) => !isFinal)) {
    const inside = turn.words.filter((word) => isInside(word, within))
    // A live partial after the gap stays as it is, and its words are not added again.
    if (inside.length === 0) {
      existing.push(...turn.words)
      continue
    }
    const rest = turn.words.filter((word) => !inside.includes(word))
    if (countWithin(heard, inside) < inside.length) {
      existing.push(...turn.words)
      if (input.isLast) kept.push(toFinal(turn, turn.words, nowMs))
    } else if (rest.length === 0) {
      dropped.push(turn)
    } else {
      existing.push(...rest)
      const shorter = toFinal(turn, rest, nowMs)
      kept.push(input.isLast ? shorter : { ...shorter, isFinal: false, finalMs: null })
    }
  }

  const sessionId = fillSessionId(gap.id)
  const before = own.filter((turn) => turn.sessionId === sessionId)
  const firstOrder = 1 + Math.max(-1, ...before.map(({ turnOrder }) => turnOrder))
  const fresh = heard.filter((word) => !isTaken(word, existing))
  const filled = groupIntoTurns(fresh).map((words, index): Turn => ({
    source: gap.source,
    sessionId,
    turnOrder: firstOrder + index,
    startMs: words[0]?.startMs ?? gap.startMs,
    endMs: Math.max(...words.map(({ endMs }) => endMs)),
    text: textOf(words),
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

/** Returns whether another word covers half of the shorter one's time: then both are the same. */
function isTaken(word: Word, others: readonly Word[]): boolean {
  return others.some((other) => {
    const shorter = Math.min(word.endMs - word.startMs, other.endMs - other.startMs)
    return overlapMs(word, other) * 2 >= Math.max(1, shorter)
  })
}

function isInside(word: Range, stretch: Range): boolean {
  const middle = (word.startMs + word.endMs) / 2
  return middle >= stretch.startMs && middle < stretch.endMs
}

/** Counts the words that overlap the time from the first to the last of `others`. */
function countWithin(words: readonly Word[], others: readonly Word[]): number {
  const startMs = Math.min(...others.map((other) => other.startMs))
  const endMs = Math.max(...others.map((other) => other.endMs))
  return words.filter((word) => overlapMs(word, { startMs, endMs }) > 0).length
}

/** Makes a partial final; its session is over, so no live message will. */
function toFinal(turn: Turn, words: readonly Word[], nowMs: number): Turn {
  const all = words.length === turn.words.length
  return {
    ...turn,
    startMs: words[0]?.startMs ?? turn.startMs,
    endMs: Math.max(turn.startMs, ...words.map(({ endMs }) => endMs)),
    text: all ? turn.text : textOf(words),
    words: words.map((word) => ({ ...word, isFinal: true })),
    isFinal: true,
    finalMs: Math.max(nowMs, turn.firstSeenMs),
  }
}

/** Turns end at a pause, at a change of speaker and, if they are long, at the end of a sentence. */
function groupIntoTurns(words: readonly Word[]): Word[][] {
  const turns: Word[][] = []
  for (const word of words) {
    const turn = turns.at(-1)
    if (turn && !startsNewTurn(turn, word)) turn.push(word)
    else turns.push([word])
  }
  return turns
}

function startsNewTurn(turn: readonly Word[], word: Word): boolean {
  const [first, last] = [turn[0], turn.at(-1)]
  if (!first || !last) return false
  if (word.startMs - last.endMs >= turnPauseMs || word.speaker !== last.speaker) return true
  const length = last.endMs - first.startMs
  return (
    length >= longestTurnMs || (length >= longTurnMs && /[.?!…。？！]["'”’)]*$/.test(last.text))
  )
}

function textOf(words: readonly Word[]): string {
  return joinWords(words.map(({ text }) => text))
}
