import type { Turn } from '../../common/model'
import { wordSegments } from '../../common/text/join-words'
import { wordPlaces } from '../../common/text/word-spans'
import type { Range } from '../../common/time'
import { foldedWords } from '../library'

/** The smallest part of a text that is hidden: what stands between two spaces. */
export interface Token extends Range {
  /** Its place in the text of its turn, [start, end) in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Its folded words, without punctuation; a written hyphen or apostrophe separates two. */
  readonly words: readonly string[]
}

/**
 * Splits the text of a turn into tokens with their times. A token that no word covers gets the time
 * between its neighbours, so that no sound of it is left over.
 */
export function tokensOf(turn: Pick<Turn, 'text' | 'words' | 'startMs' | 'endMs'>): Token[] {
  const times = timesOf(turn)
  return times.map(({ part, time }, index) => {
    const before = time === null ? times.slice(0, index).findLast((other) => other.time) : undefined
    const after = time === null ? times.slice(index + 1).find((other) => other.time) : undefined
    const between = {
      startMs: before?.time?.endMs ?? turn.startMs,
      endMs: after?.time?.startMs ?? Math.max(turn.endMs, before?.time?.endMs ?? 0),
    }
    const words = foldedWords(part.text).map(({ word }) => word)
    return { ...part, ...(time ?? between), words }
  })
}

type Part = Pick<Token, 'text' | 'start' | 'end'>

/** The parts of a text, each with the time of the words that it overlaps; null without any. */
function timesOf(turn: Pick<Turn, 'text' | 'words'>): { part: Part; time: Range | null }[] {
  const placed = wordPlaces(turn).flatMap((place, index) => {
    const word = turn.words[index]
    return place === null || word === undefined ? [] : [{ place, word }]
  })
  let first = 0
  return partsOf(turn.text).map((part) => {
    while ((placed[first]?.place[1] ?? Infinity) <= part.start) first += 1
    const own: Range[] = []
    for (let index = first; (placed[index]?.place[0] ?? Infinity) < part.end; index += 1) {
      own.push(...placed.slice(index, index + 1).map(({ word }) => word))
    }
    if (own.length === 0) return { part, time: null }
    const startMs = Math.min(...own.map((word) => word.startMs))
    return { part, time: { startMs, endMs: Math.max(...own.map((word) => word.endMs)) } }
  })
}

/** The tokens of a text without times. */
export function textTokens(text: string): Token[] {
  return tokensOf({ text, words: [], startMs: 0, endMs: 0 })
}

function partsOf(text: string): Part[] {
  return [...text.matchAll(/\S+/gu)].flatMap(({ 0: found, index }) => {
    let start = index
    return wordSegments(found).map((part) => {
      const place = { text: part, start, end: start + part.length }
      start = place.end
      return place
    })
  })
}
