import type { Found } from './query'

/** The part of a text around a match; the marks are relative to the start of `text`. */
export interface Excerpt {
  readonly text: string
  readonly marks: Found[]
}

const longest = 180
/** How many characters are shown before the match. */
const before = 40

/** Returns a short text unchanged, and of a longer one the part around the first match. */
export function excerptOf(text: string, found: readonly Found[]): Excerpt {
  if (text.length <= longest) return { text, marks: [...found] }
  const first = found[0]?.[0] ?? 0
  const from = first <= before ? 0 : cutAfter(text, first - before, first)
  const to = text.length - from <= longest ? text.length : cutBefore(text, from + longest)
  const lead = from > 0 ? '…' : ''
  const shift = lead.length - from
  return {
    text: `${lead}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    marks: found
      .filter(([start]) => start >= from && start < to)
      .map(([start, end]) => [start + shift, Math.min(end, to) + shift]),
  }
}

/** The first word start from `at` to `limit`, or else a character boundary at `at`. */
function cutAfter(text: string, at: number, limit: number): number {
  const space = text.slice(at, limit).search(/\s\S/)
  return space < 0 ? whole(text, at) : at + space + 1
}

/** The end of a word shortly before `at`, or else a character boundary at `at`. */
function cutBefore(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return space > at - 30 ? space : whole(text, at)
}

/** Moves back by one if `at` is inside a surrogate pair. */
function whole(text: string, at: number): number {
  const half = text.charCodeAt(at)
  return half >= 0xdc00 && half <= 0xdfff ? at - 1 : at
}
