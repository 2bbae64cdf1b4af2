import { exportMessages } from '../../preload/export-messages'
import type { TranscriptText } from '../../preload/model'
import { notesOf, tagsOf } from './beside'
import { factsOf, titleOf } from './header'
import { linesOf, type Line, type TextOptions } from './lines'

/** Markdown: the title as a heading, a paragraph for each turn, gaps as quotes. */
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
  return `${[...head, ...notesPart(options), ...body].join('\n\n')}\n`
}

/** Notes are Markdown already, and stay as they were typed. */
function notesPart({ beside, times }: TextOptions): string[] {
  const lines = notesOf(beside, times)
  if (lines.length === 0) return []
  let fence: string | null = null
  const typed = lines.map(({ text, time }) => {
    const sign = /^\s*(```+|~~~+)/.exec(text)?.[1]
    const shown = time === null || fence !== null || sign ? text : `${text} *(${time})*`
    if (fence === null) fence = sign ?? null
    else if (sign?.startsWith(fence)) fence = null
    return shown
  })
  // What was left open would take in the transcript.
  if (fence !== null) typed.push(fence)
  return [`## ${exportMessages.notes}`, typed.join('\n'), `## ${exportMessages.transcript}`]
}

function paragraphOf({ speaker, time, text, mark, isGap }: Line): string {
  const after = mark === null ? '' : ` *(${mark})*`
  if (isGap) return `> *${escapeMarkdown(text)}*${after}`
  const head = [speaker === null ? [] : `**${escapeMarkdown(speaker)}**`, time ?? []].flat()
  const said = `${escapeMarkdown(text)}${after}`
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
