import type { Suggested, Suggestion } from '../../common/model'
import { fold, foldedWords, stopWordsOf } from '../library'
import type { AnswerLine } from './answer-lines'
import type { NumberedTurn } from './numbered-turns'
import { stemLength } from './relevant-turns'
import type { TemplateSection } from './template'

/** Under these headings a model suggests a title and tags. No template has them. */
const titleSection: TemplateSection = {
  title: 'Title for this meeting',
  kind: 'text',
  instruction: 'One title of three to eight words, which names the subject. No date.',
}
const tagsSection: TemplateSection = {
  title: 'Tags for this meeting',
  kind: 'text',
  instruction: 'Up to five tags of one or two words, one on each line.',
}
export const suggestionSections: readonly TemplateSection[] = [titleSection, tagsSection]

const longestTitle = 80
const longestTag = 40
const maxTags = 5

/**
 * Returns what the lines under the two headings suggest, cleaned; null if nothing of it can be used.
 * A tag that the library has already gets its spelling. A title or tag of which no word was said is
 * kept, and says so: a title may sum up in other words, and a person decides.
 */
export function suggestionOf(
  lines: readonly AnswerLine[],
  turns: readonly NumberedTurn[],
  knownTags: readonly string[],
): Suggestion | null {
  const textsOf = (wanted: TemplateSection) =>
    lines.flatMap(({ section, text }) => (section === wanted ? text : []))
  const isSaid = saidIn(turns)
  const judged = (text: string): Suggested => ({ text, isSaid: isSaid(text) })
  const [title] = textsOf(titleSection).flatMap((text) => cleanTitle(text) ?? [])
  const tags = cleanTags(textsOf(tagsSection), knownTags)
  if (title === undefined && tags.length === 0) return null
  return { title: title === undefined ? null : judged(title), tags: tags.map(judged) }
}

/** Returns a title on one line without markup, at most 80 characters long; null without a word. */
export function cleanTitle(text: string): string | null {
  const plain = plainText(text)
    .replace(/^(?:suggested )?title(?: for this meeting)?\s*[:：]\s*/i, '')
    .replaceAll(/^["'“”„«»‚‘’「『]+|["'“”„«»‚‘’」』]+$/g, '')
    .replace(/[.。]+$/, '')
    .trim()
  return hasWord(plain) ? shortened(plain) : null
}

/** Returns up to five tags, each once regardless of case and accents. A tag that is too long is left out. */
export function cleanTags(texts: readonly string[], known: readonly string[]): string[] {
  const spelled = new Map(known.map((tag) => [fold(tag), tag]))
  const tags = new Map<string, string>()
  for (const part of texts.flatMap((text) => plainText(text).split(/[,;|，；、]|\s#/u))) {
    const tag = part
      .replace(/^tags?(?: for this meeting)?\s*[:：]\s*/i, '')
      .replaceAll(/^[\s#"'“”„«»]+|[\s"'“”„«».]+$/g, '')
    const key = fold(tag)
    if (!hasWord(tag) || tag.length > longestTag || tags.has(key)) continue
    tags.set(key, spelled.get(key) ?? tag)
  }
  return [...tags.values()].slice(0, maxTags)
}

/** Without those that join letters in Persian, in Indic scripts and in pictures. */
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd\u{e0000}-\u{e007f}]/gu

/**
 * SECURITY: what a model answers is shown and stored as text: without tags of HTML, links, control
 * characters, and characters that turn the direction of the text around them.
 */
function plainText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replaceAll(/(?<![\p{L}\p{N}])[*_`~]{1,3}|[*_`~]{1,3}(?![\p{L}\p{N}])/gu, '')
    .replaceAll(invisible, '')
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/^(?:#{1,6}|[-*+•–])\s+/, '')
    .trim()
}

const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text)

/** Cut after the last whole word that leaves room for the sign that something is missing. */
function shortened(text: string): string {
  if (text.length <= longestTitle) return text
  const cut = text.slice(0, longestTitle - 1)
  const space = cut.lastIndexOf(' ')
  const whole = space > longestTitle / 2 ? cut.slice(0, space) : cut
  return `${whole.toWellFormed().replace(/[\ufffd\s,;:–-]+$/, '')}…`
}

/** Tells whether a word of a text was said, or one with the same beginning; stop words do not count. */
function saidIn(turns: readonly NumberedTurn[]): (text: string) => boolean {
  const languages = new Set(turns.map(({ language }) => language))
  const stopWords = [...languages].map(stopWordsOf)
  const stemsOf = (text: string) =>
    foldedWords(text).flatMap(({ word }) =>
      stopWords.some((words) => words.has(word)) ? [] : word.slice(0, stemLength),
    )
  const said = new Set(turns.flatMap(({ text }) => stemsOf(text)))
  return (text) => stemsOf(text).some((stem) => said.has(stem))
}
