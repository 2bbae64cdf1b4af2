import { fail, ok, type ErrorValue, type Result } from '../../common/errors'
import { chatProviderTable, type Suggestion, type SuggestionState } from '../../common/model'
import type { Chat } from '../chat'
import type { Library } from '../library'
import { createAnswerReader, type AnswerLine } from './answer-lines'
import { numberTurns, turnLine, type NumberedTurn } from './numbered-turns'
import { suggestPrompt } from './prompt'
import { suggestionOf, suggestionSections } from './suggestion'

export interface SuggestOptions {
  readonly chat: Pick<Chat, 'complete' | 'provider'>
  readonly turns: readonly NumberedTurn[]
  readonly knownTags: readonly string[]
  readonly signal: AbortSignal
}

/** More lines, or more characters, than any title with tags has; what comes after them is not read. */
const maxLines = 20
const maxCharacters = 40_000
/** A long meeting is read in as many places, from its beginning to its end. */
const places = 8

/** Asks for a title and tags alone. Errors: those of the chat, and `suggestion-empty`. */
export async function suggest(options: SuggestOptions): Promise<Result<Suggestion>> {
  const { chat, turns, knownTags, signal } = options
  const enough = new AbortController()
  const reader = createAnswerReader(suggestionSections)
  const lines: AnswerLine[] = []
  let characters = 0
  const transcript = excerpt(turns.map(turnLine), chatProviderTable[chat.provider].partCharacters)
  const answered = await chat.complete({
    messages: suggestPrompt(transcript),
    signal: AbortSignal.any([signal, enough.signal]),
    onText: (text) => {
      characters += text.length
      lines.push(...reader.push(text))
      if (lines.length >= maxLines || characters > maxCharacters) enough.abort()
    },
  })
  if (signal.aborted) return fail('cancelled')
  if (!answered.ok && !enough.signal.aborted && answered.error.code !== 'chat-empty') {
    return answered
  }
  lines.push(...reader.end())
  const suggestion = suggestionOf(lines, turns, knownTags)
  return suggestion === null ? fail('suggestion-empty') : ok(suggestion)
}

/** The lines, or if they are longer than the limit, those at the beginnings of equal stretches. */
export function excerpt(lines: readonly string[], limit: number): string {
  const whole = lines.join('\n')
  if (whole.length <= limit) return whole
  const stretch = Math.ceil(lines.length / places)
  const share = Math.floor(limit / places)
  return Array.from({ length: places }, (_, index) =>
    lines
      .slice(index * stretch, (index + 1) * stretch)
      .join('\n')
      .slice(0, share - 1)
      .toWellFormed(),
  )
    .filter((part) => part !== '')
    .join('\n')
}

export interface SuggestingOptions {
  readonly library: Pick<Library, 'suggestions' | 'titleAndTags'>
  /** The turns that a person reads, in their order. */
  readonly readTurns: (meetingId: string) => Promise<Result<Parameters<typeof numberTurns>[0]>>
  readonly openChat: () => Promise<Result<Chat>>
  readonly onState: (state: SuggestionState) => void
}

/** Suggestions of titles and tags, at most one attempt at a time for each meeting. */
export interface Suggesting {
  state(meetingId: string): Result<SuggestionState>
  /** Resolves when the model has answered, or failed. */
  ask(meetingId: string): Promise<Result<undefined>>
  cancel(meetingId: string): void
  /** Keeps what came with a summary, or for null nothing. */
  keep(meetingId: string, suggestion: Suggestion | null): Result<undefined>
  stop(): void
}

export function createSuggesting(options: SuggestingOptions): Suggesting {
  const { library, readTurns, openChat, onState } = options
  const runs = new Map<string, AbortController>()
  const errors = new Map<string, ErrorValue>()

  function state(meetingId: string): Result<SuggestionState> {
    const stored = library.suggestions.get(meetingId)
    if (!stored.ok) return stored
    return ok({
      meetingId,
      suggestion: stored.value,
      isAsking: runs.has(meetingId),
      error: errors.get(meetingId) ?? null,
    })
  }

  function report(meetingId: string): void {
    const current = state(meetingId)
    if (current.ok) onState(current.value)
  }

  async function answer(meetingId: string, signal: AbortSignal): Promise<Result<undefined>> {
    const read = await readTurns(meetingId)
    if (!read.ok) return read
    if (read.value.length === 0) return fail('minutes-no-words')
    const chat = await openChat()
    if (!chat.ok) return chat
    if (signal.aborted) return fail('cancelled')
    const knownTags = library.titleAndTags.tags()
    if (!knownTags.ok) return knownTags
    const turns = numberTurns(read.value)
    const found = await suggest({
      chat: chat.value,
      turns,
      knownTags: knownTags.value,
      signal,
    })
    return found.ok ? library.suggestions.set(meetingId, found.value) : found
  }

  return {
    state,
    ask: async (meetingId) => {
      if (runs.has(meetingId)) return fail('minutes-running')
      const cancel = new AbortController()
      runs.set(meetingId, cancel)
      errors.delete(meetingId)
      report(meetingId)
      const done = await answer(meetingId, cancel.signal)
      runs.delete(meetingId)
      if (!done.ok && done.error.code !== 'cancelled') errors.set(meetingId, done.error)
      report(meetingId)
      return ok(undefined)
    },
    cancel: (meetingId) => runs.get(meetingId)?.abort(),
    keep: (meetingId, suggestion) => {
      errors.delete(meetingId)
      const kept = library.suggestions.set(meetingId, suggestion)
      report(meetingId)
      return kept
    },
    stop: () => {
      for (const cancel of runs.values()) cancel.abort()
    },
  }
}
