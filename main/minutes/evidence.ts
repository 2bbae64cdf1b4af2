import type { MinuteLine, MinuteText } from '../../common/model'
import { foldedWords, stopWordsOf } from '../library'
import type { AnswerLine } from './answer-lines'
import type { NumberedTurn } from './numbered-turns'
import type { Template } from './template'

/** Checks lines against the turns that they name. */
export interface Evidence {
  /** Returns the line with its moments, or null if nothing that was said supports it. */
  check(line: AnswerLine): MinuteLine | null
}

/** Turns that do not exist are left out of a line that holds. */
export function createEvidence(turns: readonly NumberedTurn[]): Evidence {
  const byNumber = new Map(turns.map((turn) => [turn.number, turn] as const))
  return {
    check(line) {
      const cited = supportOf(line, byNumber)
      if (cited === null) return null
      const { text, who, byWhen } = line
      const moments = [...new Set(cited.map(({ startMs }) => startMs))].sort((a, b) => a - b)
      return { text, who, byWhen, isDone: false, moments }
    },
  }
}

/**
 * Returns the turns of a line that exist, or null if none of them shares a word with it that is no stop
 * word of its language.
 */
export function supportOf<T extends NumberedTurn>(
  { text, who, byWhen, numbers }: AnswerLine,
  byNumber: ReadonlyMap<number, T>,
): T[] | null {
  const cited = numbers.flatMap((number) => byNumber.get(number) ?? [])
  const said = [who, text, byWhen].filter((part) => part !== null).join(' ')
  return cited.some((turn) => sharesWord(said, turn)) ? cited : null
}

function sharesWord(line: string, { text, language }: NumberedTurn): boolean {
  const stopWords = stopWordsOf(language)
  const said = new Set(foldedWords(text).map(({ word }) => word))
  return foldedWords(line).some(({ word }) => !stopWords.has(word) && said.has(word))
}

/** Sorts checked lines into the sections of the template; a line that is there already is left out. */
export function collectMinutes(
  template: Template,
  lines: readonly AnswerLine[],
  evidence: Evidence,
): MinuteText {
  const found = new Map(template.sections.map(({ title }) => [title, [] as MinuteLine[]] as const))
  const notFound = new Set<string>()
  for (const line of lines) {
    const checked = evidence.check(line)
    const place = found.get(line.section.title)
    if (checked === null || place === undefined) notFound.add(sentenceOf(line))
    else if (!place.some((other) => isSame(other, checked))) place.push(checked)
  }
  return {
    sections: template.sections.map(({ title, kind }) => ({
      title,
      kind,
      lines: found.get(title) ?? [],
    })),
    notFound: [...notFound],
  }
}

function isSame(a: MinuteLine, b: MinuteLine): boolean {
  return a.text === b.text && a.who === b.who && a.byWhen === b.byWhen
}

/** A line without its columns: `Dana: tell finance, today`. */
function sentenceOf({ who, text, byWhen }: AnswerLine): string {
  return `${who === null ? '' : `${who}: `}${text}${byWhen === null ? '' : `, ${byWhen}`}`
}
