import type { NumberedTurn } from '../../../main/minutes/numbered-turns'
import { parseTemplate, type Template } from '../../../main/minutes/template'
import { builtInTemplates } from '../../../common/text'

/** Numbered turns ten seconds apart, said by Dana and Miguel in turn. */
export function said(...texts: readonly string[]): NumberedTurn[] {
  return texts.map((text, index) => ({
    number: index + 1,
    startMs: index * 10_000,
    speaker: index % 2 === 0 ? 'Dana' : 'Miguel',
    text,
    language: 'en',
  }))
}

/** The general template: summary, decisions, tasks and open questions. */
export const general: Template = parseTemplate(builtInTemplates.general.text, 'General')!
