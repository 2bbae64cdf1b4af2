import type { Turn } from '../../common/model'
import { isUnspaced } from '../../common/text/join-words'
import { charactersOf, columnsOf } from './characters'
import { oneLine } from './entries'

/** The smallest part of a subtitle: no line is broken inside it. */
export interface CueWord {
  readonly text: string
  /** Whether a space comes before it if it does not start a line. */
  readonly spaced: boolean
  readonly startMs: number
  readonly endMs: number
}

/** The longest line of a subtitle, in columns; a full-width character takes two. */
export const maxColumns = 42

/**
 * Splits the text of a turn into words with their times. If the text has as many words as the engine
 * timed, each has its own time; otherwise (numbers, languages without spaces) the times are shared in
 * proportion to the text. A text without spaces is split where a reader of its language would break
 * a line. A word longer than a line is cut.
 */
export function cueWords(turn: Turn): CueWord[] {
  const texts = oneLine(turn.text).split(' ').filter(Boolean)
  const timed = turn.words.filter(({ text }) => oneLine(text) !== '')
  const parts = isUnspaced(turn.text)
    ? texts.flatMap((text) =>
        partsOf(text, turn.language).map((part, index) => ({ text: part, spaced: index === 0 })),
      )
    : texts.map((text) => ({ text, spaced: true }))
  const words =
    parts.length === timed.length
      ? parts.map(({ text, spaced }, index) => ({
          text,
          spaced,
          startMs: timed[index]?.startMs ?? turn.startMs,
          endMs: timed[index]?.endMs ?? turn.endMs,
        }))
      : byShare(parts, turn)
  return inOrder(words.flatMap(cutLong))
}

/** Punctuation, small letters and marks that may not start a line. */
const notFirst =
  /^[\p{Pe}\p{Pf}\p{M}、。，．・：；？！゛゜ヽヾゝゞ々ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ‥…～ๆฯ!?,.:;%]+/u
/** Opening brackets and quotation marks may not end a line. */
const notLast = /[\p{Ps}\p{Pi}]$/u
/** Particles and endings that belong to the word before them. */
const particles =
  /^(?:[はがをにへとでもものかなねよやわさ]|から|まで|より|です|ます|ました|でした|だ|た|て|って|[的了吗嗎吧呢啊着著过過们們地得])$/u
/** A Japanese ending or a compound particle follows a word in other letters. */
const hiragana = /^[\p{Script=Hiragana}ー]+$/u
const endsBeforeHiragana = /[\p{Script=Han}\p{Script=Katakana}ー々]$/u
const segmenters = new Map<string, Intl.Segmenter>()

/** Splits a word of a script without spaces into parts between which a line may break. */
function partsOf(word: string, language: string | null): string[] {
  if (!isUnspaced(word)) return [word]
  const parts: string[] = []
  for (const { segment } of segmenterFor(language).segment(word)) {
    const last = parts.at(-1)
    if (last !== undefined && belongTogether(last, segment)) {
      parts[parts.length - 1] = last + segment
    } else parts.push(segment)
  }
  return parts
}

/** Whether no line may be broken between these two. */
function belongTogether(before: string, after: string): boolean {
  if (notFirst.test(after) || particles.test(after) || notLast.test(before)) return true
  return hiragana.test(after) && endsBeforeHiragana.test(before)
}

function segmenterFor(language: string | null): Intl.Segmenter {
  const key = language ?? ''
  let segmenter = segmenters.get(key)
  if (segmenter === undefined) {
    segmenter = createSegmenter(key)
    segmenters.set(key, segmenter)
  }
  return segmenter
}

function createSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: 'word' })
  } catch {
    // An engine may report a language that is no valid tag.
    return new Intl.Segmenter(undefined, { granularity: 'word' })
  }
}

type Part = Pick<CueWord, 'text' | 'spaced'>

/** Divides the time of the turn's words, or of the turn, in proportion to the lengths of the texts. */
function byShare(parts: readonly Part[], turn: Turn): CueWord[] {
  const spans =
    turn.words.length > 0
      ? turn.words.map(({ text, startMs, endMs }) => ({ size: text.length || 1, startMs, endMs }))
      : [{ size: 1, startMs: turn.startMs, endMs: turn.endMs }]
  const spanTotal = spans.reduce((sum, { size }) => sum + size, 0)
  const textTotal = parts.reduce((sum, { text }) => sum + text.length, 0)
  let at = 0
  let sizeBefore = 0
  /** The time at a share of the text; `isStart` distinguishes a start from the end before it. */
  const timeAt = (share: number, isStart: boolean) => {
    const position = share * spanTotal
    for (;;) {
      const { size = 1, startMs = 0, endMs = 0 } = spans[at] ?? {}
      const rest = position - sizeBefore
      const isLast = at === spans.length - 1
      if (rest < size || isLast || (!isStart && rest === size)) {
        return startMs + Math.min(1, rest / size) * (endMs - startMs)
      }
      sizeBefore += size
      at += 1
    }
  }
  let before = 0
  return parts.map((part) => {
    const start = before / textTotal
    before += part.text.length
    return {
      ...part,
      startMs: Math.round(timeAt(start, true)),
      endMs: Math.round(timeAt(before / textTotal, false)),
    }
  })
}

/** Cuts a word that no line can hold, between characters. */
function cutLong(word: CueWord): CueWord[] {
  if (columnsOf(word.text) <= maxColumns) return [word]
  const characters = charactersOf(word.text)
  const groups: string[][] = [[]]
  let columns = 0
  for (const character of characters) {
    const own = columnsOf(character)
    if (columns + own > maxColumns) {
      groups.push([])
      columns = 0
    }
    groups.at(-1)?.push(character)
    columns += own
  }
  const length = word.endMs - word.startMs
  let done = 0
  return groups.map((group) => {
    const share = () => Math.round(word.startMs + (length * done) / characters.length)
    const startMs = share()
    const isFirst = done === 0
    done += group.length
    return { text: group.join(''), spaced: isFirst && word.spaced, startMs, endMs: share() }
  })
}

/** Puts times in order: some words have no length, and some start before the word before them. */
function inOrder(words: readonly CueWord[]): CueWord[] {
  let last = 0
  return words.map((word) => {
    const startMs = Math.max(last, word.startMs)
    last = startMs
    const { text, spaced, endMs } = word
    return { text, spaced, startMs, endMs: Math.max(startMs, endMs) }
  })
}
