import type { Found } from './query'

/** A part of a text around what was found in it; the marks count from the start of `text`. */
export interface Excerpt {
  readonly text: string
  readonly marks: Found[]
}

const longest = 180
/** How much is shown before what was found. */
const before = 40

/** A short text as it is; of a longer one the part around the first mark, cut between words. */
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

/** The start of a word at or behind `at` and at most at `limit`; else a whole character near `at`. */
function cutAfter(text: string, at: number, limit: number): number {
  const space = text.slice(at, limit).search(/\s\S/)
  return space < 0 ? whole(text, at) : at + space + 1
}

/** The end of a word before `at`, else a whole character near it. */
function cutBefore(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return space > at - 30 ? space : whole(text, at)
}

/** Never between the two halves of a character. */
function whole(text: string, at: number): number {
  const half = text.charCodeAt(at)
  return half >= 0xdc00 && half <= 0xdfff ? at - 1 : at
}
