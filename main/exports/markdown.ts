import { exportMessages } from '../../common/text'
import type { TranscriptText } from '../../common/model'
import { notesOf, tagsOf } from './annotations'
import { factsOf, titleOf } from './header'
import { linesOf, type Line, type TextOptions } from './lines'
import { minutesOf, minutesSource } from './minutes'

/** Returns a meeting as Markdown: a heading, a paragraph for each turn, gaps as quotes. */
export function toMarkdown(transcript: TranscriptText, options: TextOptions): string {
  const paragraphs = linesOf(transcript, options).map(paragraphOf)
  const body = paragraphs.length === 0 ? [`*${exportMessages.noText}*`] : paragraphs
  const { meeting } = transcript
  const tags = tagsOf(meeting)
  const head = [
    `# ${escapeMarkdown(titleOf(meeting))}`,
    escapeMarkdown(factsOf(meeting, options.timeZone)),
    tags === null ? [] : escapeMarkdown(tags),
  ].flat()
  const before = [...minutesPart(options), ...notesPart(options)]
  const heading = before.length === 0 ? [] : [`## ${exportMessages.transcript}`]
  return `${[...head, ...before, ...heading, ...body].join('\n\n')}\n`
}

function minutesPart({ annotations, times, timeZone }: TextOptions): string[] {
  const parts = minutesOf(annotations, times)
  if (!annotations?.minutes || parts.length === 0) return []
  const sections = parts.flatMap(({ title, lines }) => [
    `## ${escapeMarkdown(title)}`,
    lines
      .map((line) => {
        const box = line.isDone === null ? '' : line.isDone ? '[x] ' : '[ ] '
        const who = line.who === null ? '' : `**${escapeMarkdown(line.who)}**: `
        const shown = line.times === null ? '' : ` *(${line.times})*`
        return `- ${box}${who}${escapeMarkdown(line.text)}${shown}`
      })
      .join('\n'),
  ])
  return [...sections, `*${escapeMarkdown(minutesSource(annotations.minutes, timeZone))}*`]
}

/** Notes are Markdown already and are not escaped. */
function notesPart({ annotations, times }: TextOptions): string[] {
  const lines = notesOf(annotations, times)
  if (lines.length === 0) return []
  let fence: string | null = null
  const typed = lines.map(({ text, time }) => {
    const sign = /^\s*(```+|~~~+)/.exec(text)?.[1]
    const shown = time === null || fence !== null || sign ? text : `${text} *(${time})*`
    if (fence === null) fence = sign ?? null
    else if (sign?.startsWith(fence)) fence = null
    return shown
  })
  // An unclosed code block would swallow the transcript.
  if (fence !== null) typed.push(fence)
  return [`## ${exportMessages.notes}`, typed.join('\n')]
}

function paragraphOf({ speaker, time, text, mark, isGap }: Line): string {
  const after = mark === null ? '' : ` *(${mark})*`
  if (isGap) return `> *${escapeMarkdown(text)}*${after}`
  const head = [speaker === null ? [] : `**${escapeMarkdown(speaker)}**`, time ?? []].flat()
  const said = `${escapeMarkdown(text)}${after}`
  // Two spaces end a line within a paragraph.
  return head.length === 0 ? said : `${head.join(' · ')}  \n${said}`
}

/** Escapes text so that it contains neither Markdown nor HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>&~|#]/g, '\\$&')
    .replace(/^([+\-=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}
