import { exportMessages } from '../../preload/export-messages'
import type { Transcript } from '../../preload/model'
import { entriesOf, gapSentence, oneLine } from './entries'
import { factsOf, titleOf } from './header'
import { readingTime } from './times'

/** Markdown: the title as a heading, a paragraph for each turn, gaps as quotes. */
export function toMarkdown(transcript: Transcript, timeZone?: string): string {
  const paragraphs = entriesOf(transcript).map((entry) => {
    if (entry.kind === 'gap') return `> *${escapeMarkdown(gapSentence(entry.gap))}*`
    const { turn, speaker } = entry
    const mark = turn.isFinal ? '' : ` *(${exportMessages.notFinal})*`
    const head = `**${escapeMarkdown(speaker)}** · ${readingTime(turn.startMs)}`
    // Two spaces end a line within a paragraph.
    return `${head}  \n${escapeMarkdown(oneLine(turn.text))}${mark}`
  })
  const body = paragraphs.length === 0 ? [`*${exportMessages.noText}*`] : paragraphs
  const head = [
    `# ${escapeMarkdown(titleOf(transcript.meeting))}`,
    escapeMarkdown(factsOf(transcript.meeting, timeZone)),
  ]
  return `${[...head, ...body].join('\n\n')}\n`
}

/** So that text stays text: neither markup of Markdown nor of the HTML that it may hold. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>&~|#]/g, '\\$&')
    .replace(/^([+\-=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}
