import { exportMessages } from '../../common/text'
import type { TranscriptText } from '../../common/model'
import { tagsOf } from './annotations'
import { factsOf, titleOf } from './header'
import { linesOf, type Line, type TextOptions } from './lines'

/** Returns a whole meeting as HTML for the clipboard, with a paragraph for each turn and gap. */
export function toHtml(transcript: TranscriptText, options: TextOptions): string {
  const lines = linesOf(transcript, options)
  const body =
    lines.length === 0 ? [`<p><em>${exportMessages.noText}</em></p>`] : lines.map(paragraph)
  const { meeting } = transcript
  const facts = [factsOf(meeting, options.timeZone), tagsOf(meeting) ?? []].flat()
  const head = [
    `<h1 dir="auto">${escapeHtml(titleOf(meeting))}</h1>`,
    ...facts.map((fact) => `<p>${escapeHtml(fact)}</p>`),
  ]
  return [...head, ...body].join('\n')
}

/** Returns one paragraph of HTML. */
export function paragraph({ speaker, time, text, mark, language, isGap }: Line): string {
  const after = mark === null ? '' : ` <em>(${escapeHtml(mark)})</em>`
  if (isGap) return `<p><em>${escapeHtml(text)}</em>${after}</p>`
  const head = [
    speaker === null ? [] : `<strong>${escapeHtml(speaker)}</strong>`,
    time ?? [],
  ].flat()
  const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`
  const said = `<span dir="auto"${lang}>${escapeHtml(text)}</span>`
  return `<p>${head.length === 0 ? '' : `${head.join(' · ')}<br>`}${said}${after}</p>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Escapes text for HTML, also inside an attribute. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')
}
