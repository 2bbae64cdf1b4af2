import { fail, ok, type Result } from '../../common/errors'
import type { MinuteText, Suggestion, TokenCount } from '../../common/model'
import type { Chat, ChatMessage } from '../chat'
import { createAnswerReader, type AnswerLine } from './answer-lines'
import { collectMinutes, createEvidence } from './evidence'
import { turnLine, type NumberedTurn } from './numbered-turns'
import { partsOf } from './parts'
import { joinPrompt, minutesPrompt } from './prompt'
import { suggestionOf, suggestionSections } from './suggestion'
import type { Template } from './template'

export interface WriteOptions {
  readonly chat: Pick<Chat, 'complete'>
  readonly template: Template
  readonly turns: readonly NumberedTurn[]
  /** How many characters of a transcript go into one request. */
  readonly partCharacters: number
  /** The tags of the library, whose spelling suggested tags get. */
  readonly knownTags: readonly string[]
  readonly signal: AbortSignal
  /** Called after each line that arrived, with everything so far. */
  readonly onProgress: (progress: WriteProgress) => void
}

export interface WriteProgress extends MinuteText {
  readonly step: number
  readonly steps: number
}

export interface Written extends MinuteText {
  readonly tokens: TokenCount | null
  readonly isCut: boolean
  /** A title and tags, if the model suggested any that can be used. */
  readonly suggestion: Suggestion | null
}

/** More passes than this join nothing more. */
const maxJoins = 3

/**
 * Asks for minutes of a meeting. A long one is read in parts, and a second pass joins their minutes; if
 * that fails, those of the parts are kept. Only lines that hold go into the second pass.
 */
export async function writeMinutes(options: WriteOptions): Promise<Result<Written>> {
  const { chat, template, turns, partCharacters, knownTags, signal, onProgress } = options
  const evidence = createEvidence(turns)
  const parts = partsOf(turns.map(turnLine), partCharacters)
  const steps = parts.length === 1 ? 1 : parts.length + 1
  let tokens: TokenCount | null = { input: 0, output: 0 }
  let isCut = false
  const suggested: AnswerLine[] = []
  const notFound = new Set<string>()

  /** The minutes of these lines; what does not hold was counted before and stays counted. */
  function collect(lines: readonly AnswerLine[]): MinuteText {
    const text = collectMinutes(template, lines, evidence)
    for (const line of text.notFound) notFound.add(line)
    return { ...text, notFound: [...notFound] }
  }

  async function ask(
    messages: readonly ChatMessage[],
    onLines: (lines: readonly AnswerLine[]) => void,
  ): Promise<Result<AnswerLine[]>> {
    const reader = createAnswerReader([...template.sections, ...suggestionSections])
    const lines: AnswerLine[] = []
    /** Keeps the lines, those of the suggestion apart. Returns whether there are new ones of minutes. */
    const keep = (arrived: readonly AnswerLine[]) => {
      const [apart, own] = partition(arrived)
      suggested.push(...apart)
      lines.push(...own)
      return own.length > 0
    }
    const answer = await chat.complete({
      messages,
      signal,
      onText: (text) => {
        if (keep(reader.push(text))) onLines(lines)
      },
    })
    if (!answer.ok) return answer
    keep(reader.end())
    tokens = added(tokens, answer.value.tokens)
    isCut ||= answer.value.isCut
    return ok(lines)
  }

  let lines: AnswerLine[] = []
  for (const [index, part] of parts.entries()) {
    const step = index + 1
    const before = lines
    const prompt = minutesPrompt(template, part, { number: step, of: parts.length })
    const found = await ask(prompt, (arrived) =>
      onProgress({ ...collect([...before, ...arrived]), step, steps }),
    )
    if (!found.ok) return found
    lines = [...before, ...found.value]
  }
  if (parts.length > 1) {
    for (let pass = 0; pass < maxJoins; pass += 1) {
      const held = lines.filter((line) => evidence.check(line) !== null)
      collect(lines)
      const texts = partsOf(held.map(lineText), partCharacters)
      const joined: AnswerLine[] = []
      for (const text of texts) {
        const found = await ask(joinPrompt(template, text, texts.length === 1), (arrived) =>
          onProgress({ ...collect([...joined, ...arrived]), step: steps, steps }),
        )
        if (signal.aborted) return fail('cancelled')
        if (!found.ok) return ok({ ...collect(held), tokens, isCut, suggestion: null })
        joined.push(...found.value)
      }
      // A model that joins nothing, or forgets all numbers, does not delete what was found.
      if (!joined.some((line) => evidence.check(line) !== null)) break
      lines = joined
      if (texts.length <= 1) break
    }
  }
  const written = collect(lines)
  const isEmpty = written.sections.every((section) => section.lines.length === 0)
  if (isEmpty && written.notFound.length === 0) return fail('chat-empty')
  const suggestion = suggestionOf(suggested, turns, knownTags)
  return ok({ ...written, tokens, isCut, suggestion })
}

/** The lines of the suggestion, and the others. */
function partition(lines: readonly AnswerLine[]): [AnswerLine[], AnswerLine[]] {
  const isApart = ({ section }: AnswerLine) => suggestionSections.includes(section)
  return [lines.filter(isApart), lines.filter((line) => !isApart(line))]
}

/** A line as the second pass reads it, under the title of its section. */
function lineText({ section, text, who, byWhen, numbers }: AnswerLine): string {
  const columns = section.kind === 'tasks' ? [who ?? '-', text, byWhen ?? '-'].join(' | ') : text
  return `${section.title}: ${columns} [${numbers.join(', ')}]`
}

function added(sum: TokenCount | null, more: TokenCount | null): TokenCount | null {
  if (sum === null || more === null) return null
  return { input: sum.input + more.input, output: sum.output + more.output }
}
