import { builtInTemplates } from '../../common/text'
import type { MinuteKind } from '../../common/model'

/** What minutes of one kind of meeting contain. */
export interface Template {
  readonly name: string
  /** What the model is told about all of it; may be empty. */
  readonly instruction: string
  readonly sections: readonly TemplateSection[]
}

export interface TemplateSection {
  readonly title: string
  readonly kind: MinuteKind
  readonly instruction: string
}

const englishColumns = 'who | what | by when'
const longestName = 80
const longestTitle = 200
const longestInstruction = 2_000
const maxSections = 12

/**
 * Reads a template from Markdown: a heading of the first level is its name, those of the second level
 * are its sections, and the text under them says what belongs there. Returns null without a section.
 */
export function parseTemplate(markdown: string, fileName: string): Template | null {
  let name = fileName
  const instruction: string[] = []
  const sections: { title: string; lines: string[] }[] = []
  for (const line of markdown.split(/\r\n|[\r\n]/)) {
    const [, sign = '', heading = ''] = /^(#{1,2})\s+(.*?)\s*#*\s*$/.exec(line) ?? []
    if (sign === '#' && heading !== '') name = heading
    else if (sign === '##' && heading !== '') sections.push({ title: heading, lines: [] })
    else (sections.at(-1)?.lines ?? instruction).push(line)
  }
  if (sections.length === 0) return null
  return {
    name: name.slice(0, longestName),
    instruction: textOf(instruction),
    sections: sections.slice(0, maxSections).map(({ title, lines }) => ({
      title: title.slice(0, longestTitle),
      kind: lines.some(hasTaskColumns) ? 'tasks' : 'text',
      instruction: textOf(lines),
    })),
  }
}

/** Whether a section with this line has tasks. */
function hasTaskColumns(line: string): boolean {
  const columns = columnsOf(line)
  return [englishColumns, builtInTemplates.taskColumns].some(
    (known) => columnsOf(known) === columns,
  )
}

/** The names of the columns in a line, without the signs of a table or a list around them. */
function columnsOf(line: string): string {
  return line
    .toLowerCase()
    .split('|')
    .map((name) => name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((name) => name !== '')
    .join('|')
}

function textOf(lines: readonly string[]): string {
  return lines.join('\n').trim().slice(0, longestInstruction)
}
