import { fold } from '../library'
import type { TemplateSection } from './template'

/** A line of a model's answer, before anybody has checked it. */
export interface AnswerLine {
  readonly section: TemplateSection
  readonly text: string
  readonly who: string | null
  readonly byWhen: string | null
  /** The turn numbers that the model gave, which may not exist. */
  readonly numbers: readonly number[]
}

export interface AnswerReader {
  /** Adds what has arrived and returns the lines that it completes. */
  push(text: string): AnswerLine[]
  /** Returns the last line, which may have no line break. */
  end(): AnswerLine[]
}

const longestLine = 4_000
const longestText = 1_000
const longestName = 100
const maxLines = 300
const maxNumbers = 20
/** The marks around what a model thinks; the group is a slash at the end of it. */
const thought = /<(\/?)(?:think|thinking|thought|reasoning)>/giu

/**
 * Reads the answer of a model while it arrives: headings of the template's sections, and lines with
 * turn numbers in brackets. What a model thinks aloud and what comes before the first section are
 * left out; a line that names turns counts nevertheless.
 */
export function createAnswerReader(sections: readonly TemplateSection[]): AnswerReader {
  const byTitle = new Map(sections.map((section) => [plain(section.title), section] as const))
  let section: TemplateSection | null = null
  let rest = ''
  let isThinking = false
  let count = 0

  /** Returns the line without the parts in which the model thinks. */
  function spoken(line: string): string {
    let text = ''
    let left = line
    for (const { 0: mark, 1: end } of line.matchAll(thought)) {
      const at = left.indexOf(mark)
      // Some servers leave the first mark out: all before the end is a thought.
      if (end !== '') text = isThinking ? text : ''
      else if (!isThinking) text += left.slice(0, at)
      left = left.slice(at + mark.length)
      isThinking = end === ''
    }
    return isThinking ? text : text + left
  }

  function read(whole: string): AnswerLine[] {
    const line = spoken(whole).trim().slice(0, longestLine)
    if (line === '') return []
    const heading = byTitle.get(plain(line))
    if (heading !== undefined) {
      section = heading
      return []
    }
    if (/^#{1,6}\s/.test(line)) return []
    const { text, numbers } = withoutNumbers(withoutMarkup(line))
    const place = section ?? (numbers.length > 0 ? sections[0] : undefined)
    if (place === undefined || isNothing(text) || count >= maxLines) return []
    const parsed = place.kind === 'tasks' ? taskOf(text) : { text, who: null, byWhen: null }
    if (parsed.text === '') return []
    count += 1
    return [{ section: place, ...parsed, numbers }]
  }

  return {
    push(text) {
      const lines = (rest + text).split(/\r\n|[\r\n]/)
      rest = lines.pop() ?? ''
      // An endless line is read up to here, and its rest counts as a line of its own.
      if (rest.length > longestLine) {
        lines.push(rest)
        rest = ''
      }
      return lines.flatMap(read)
    },
    end() {
      const last = rest
      rest = ''
      return read(last)
    },
  }
}

/** A heading without its marks, for comparison. */
function plain(line: string): string {
  return fold(line.replaceAll(/^[#*_\s\d.)]+|[*_:\s]+$/g, ''))
}

function withoutMarkup(line: string): string {
  return line.replace(/^(?:[-*+•–]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/, '').replaceAll(/\*\*|__/g, '')
}

/** Brackets of all kinds, or round ones around the word turn. */
const bracket = /[[［【]([^[\]［］【】]{1,120})[\]］】]|[(（]\s*(turns?[^()（）]{1,120})[)）]/giu
const turnWords = /\b(?:turns?|t|nos?)\b\s*[.:]?|(?<=\b)t(?=\d)|#/giu
const andWords = /\b(?:and|und|et|y|e)\b|[&+]/giu
const toWords = /(?<!\p{L})(?:to|bis|à|al?)(?!\p{L})/giu
const onlyNumbers = /^[\d\s,;–-]*\d[\d\s,;–-]*$/u

/** The turn numbers in brackets such as `3, 5`, `turns 3-5`, `3 and 5` or `3†source`; null if it is no list. */
function listIn(inside: string): string | null {
  const list = inside
    .replace(/†.*$/u, '')
    .replaceAll(turnWords, ' ')
    .replaceAll(andWords, ',')
    .replaceAll(toWords, '-')
  return onlyNumbers.test(list) ? list : null
}

function withoutNumbers(line: string): { text: string; numbers: number[] } {
  const numbers = new Set<number>()
  const text = line.replaceAll(bracket, (found, square?: string, round?: string) => {
    const list = listIn(square ?? round ?? '')
    if (list === null) return found
    for (const number of numbersOf(list)) if (numbers.size < maxNumbers) numbers.add(number)
    return ''
  })
  return {
    text: text
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\s+([.,;:!?])/g, '$1')
      .trim()
      .slice(0, longestText),
    numbers: [...numbers],
  }
}

function numbersOf(list: string): number[] {
  return [...list.matchAll(/(\d{1,7})(?:\s*[–-]\s*(\d{1,7}))?/gu)].flatMap(([, first, end]) => {
    const from = Number(first)
    const last = Math.min(end === undefined ? from : Number(end), from + maxNumbers)
    return Array.from({ length: Math.max(1, last - from + 1) }, (_, index) => from + index)
  })
}

/** What models write if there is nothing to list. */
function isNothing(text: string): boolean {
  return /^\W*(?:(?:none|nothing|nobody|n\/a|not (?:said|mentioned|stated|specified))\W*)?$/iu.test(
    text,
  )
}

/** `who | what | by when`; without bars it is only what. */
function taskOf(line: string): Pick<AnswerLine, 'text' | 'who' | 'byWhen'> {
  const cells = line.split('|').map((cell) => cell.trim())
  if (cells.length > 1 && cells[0] === '') cells.shift()
  if (cells.length < 2) return { text: line.trim(), who: null, byWhen: null }
  const [who = '', what = '', byWhen = ''] = cells
  return { text: what, who: nameOf(who), byWhen: nameOf(byWhen) }
}

function nameOf(cell: string): string | null {
  return isNothing(cell) ? null : cell.replace(/^by\s+/i, '').slice(0, longestName)
}
