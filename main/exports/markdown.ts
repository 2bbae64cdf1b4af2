import { exportMessages } from '../../preload/export-messages'
import type { TranscriptText } from '../../preload/model'
import { factsOf, titleOf } from './header'
import { linesOf, type Line, type TextOptions } from './lines'

/** Markdown: the title as a heading, a paragraph for each turn, gaps as quotes. */
export function toMarkdown(transcript: TranscriptText, options: TextOptions): string {
  const paragraphs = linesOf(transcript, options).map(paragraphOf)
  const body = paragraphs.length === 0 ? [`*${exportMessages.noText}*`] : paragraphs
  const head = [
    `# ${escapeMarkdown(titleOf(transcript.meeting))}`,
    escapeMarkdown(factsOf(transcript.meeting, options.timeZone)),
  ]
  return `${[...head, ...body].join('\n\n')}\n`
}

function paragraphOf({ speaker, time, text, mark, isGap }: Line): string {
  if (isGap) return `> *${escapeMarkdown(text)}*`
  const head = [speaker === null ? [] : `**${escapeMarkdown(speaker)}**`, time ?? []].flat()
  const said = `${escapeMarkdown(text)}${mark === null ? '' : ` *(${mark})*`}`
  // Two spaces end a line within a paragraph.
  return head.length === 0 ? said : `${head.join(' · ')}  \n${said}`
}

/** So that text stays text: neither markup of Markdown nor of the HTML that it may hold. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>&~|#]/g, '\\$&')
    .replace(/^([+\-=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}
