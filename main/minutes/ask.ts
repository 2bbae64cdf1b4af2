import { fail, ok, type Result } from '../../common/errors'
import { chatProviderTable, type Answer, type TranscriptText } from '../../common/model'
import type { Chat } from '../chat'
import { createAnswerReader, type AnswerLine } from './answer-lines'
import { supportOf } from './evidence'
import { numberTurns, turnLine, type NumberedTurn } from './numbered-turns'
import { askPrompt } from './prompt'
import { questionWords, relevantTurns } from './relevant-turns'
import type { TemplateSection } from './template'

/** The turns of one meeting that a person reads, in their order. */
export interface ReadMeeting {
  readonly id: string
  readonly title: string
  readonly turns: TranscriptText['turns']
}

export interface AskOptions {
  readonly chat: Chat
  readonly question: string
  readonly meetings: readonly ReadMeeting[]
  readonly signal: AbortSignal
}

interface PlacedTurn extends NumberedTurn {
  readonly meetingId: string
  readonly title: string
}

const section: TemplateSection = { title: 'Answer', kind: 'text', instruction: '' }

/**
 * Answers a question from these meetings. A meeting that is too long is read where it has words of the
 * question. Each line must rest on a turn; without any, it was not said. If nothing fits the question,
 * the model is not asked.
 */
export async function askMeetings(options: AskOptions): Promise<Result<Answer>> {
  const { chat, question, meetings, signal } = options
  const turns = turnsFor(options, chatProviderTable[chat.provider].partCharacters)
  const source = { provider: chat.provider, model: chat.model, turnCount: turns.length }
  const nothing = { lines: [], notFound: [], tokens: null, cents: null }
  if (turns.length === 0) return ok({ ...source, ...nothing })

  const reader = createAnswerReader([section])
  reader.push(`## ${section.title}\n`)
  const lines: AnswerLine[] = []
  const answered = await chat.complete({
    messages: askPrompt(question, transcriptOf(turns, meetings.length > 1)),
    signal,
    onText: (text) => lines.push(...reader.push(text)),
  })
  if (!answered.ok) {
    return answered.error.code === 'chat-empty' ? ok({ ...source, ...nothing }) : answered
  }
  lines.push(...reader.end())
  const { tokens } = answered.value
  return ok({
    ...source,
    ...checked(lines, turns),
    tokens,
    cents: tokens === null ? null : chat.centsOf(tokens),
  })
}

/** The turns that the model reads, numbered through all meetings. */
function turnsFor({ meetings, question }: AskOptions, limit: number): PlacedTurn[] {
  const share = Math.floor(limit / Math.max(1, meetings.length))
  const chosen = meetings.flatMap(({ id, title, turns }) => {
    const numbered = numberTurns(turns)
    const size = numbered.reduce((sum, turn) => sum + turnLine(turn).length + 1, 0)
    const words = questionWords(question, numbered[0]?.language ?? null)
    const fits = meetings.length === 1 && size <= limit
    const read = fits ? numbered : relevantTurns(numbered, words, share)
    return read.map((turn) => ({ ...turn, meetingId: id, title }))
  })
  return chosen.map((turn, index) => ({ ...turn, number: index + 1 }))
}

function transcriptOf(turns: readonly PlacedTurn[], withTitles: boolean): string {
  return turns
    .flatMap((turn, index) => {
      const isFirst = turn.meetingId !== turns[index - 1]?.meetingId
      const title = turn.title.replaceAll(/\s+/g, ' ')
      return withTitles && isFirst ? [`Meeting: ${title}`, turnLine(turn)] : [turnLine(turn)]
    })
    .join('\n')
}

function checked(
  lines: readonly AnswerLine[],
  turns: readonly PlacedTurn[],
): Pick<Answer, 'lines' | 'notFound'> {
  const byNumber = new Map(turns.map((turn) => [turn.number, turn] as const))
  const found: Answer['lines'] = []
  const notFound: string[] = []
  for (const line of lines) {
    const support = supportOf(line, byNumber)
    if (support === null) notFound.push(line.text)
    else {
      const places = support.map(({ meetingId, title, startMs }) => ({
        meetingId,
        title,
        atMs: startMs,
      }))
      found.push({ text: line.text, places })
    }
  }
  return { lines: found, notFound }
}

/** One question at a time; a new one ends the one before. */
export interface Asking {
  ask(question: (signal: AbortSignal) => Promise<Result<Answer>>): Promise<Result<Answer>>
  cancel(): void
}

export function createAsking(): Asking {
  let running: AbortController | null = null
  const cancel = () => running?.abort()
  return {
    cancel,
    ask: async (question) => {
      cancel()
      const mine = new AbortController()
      running = mine
      const answer = await question(mine.signal)
      if (running === mine) running = null
      return mine.signal.aborted ? fail('cancelled') : answer
    },
  }
}
