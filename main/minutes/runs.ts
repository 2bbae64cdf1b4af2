import { fail, ok, type ErrorValue, type Result } from '../../common/errors'
import {
  chatProviderTable,
  type MinutesRun,
  type MinutesState,
  type Suggestion,
} from '../../common/model'
import type { Chat } from '../chat'
import type { Library } from '../library'
import { numberTurns } from './numbered-turns'
import type { Template } from './template'
import { writeMinutes } from './write'

export interface RunsOptions {
  readonly library: Pick<Library, 'minutes' | 'titleAndTags'>
  /** The turns that a person reads, in their order. */
  readonly readTurns: (meetingId: string) => Promise<Result<Parameters<typeof numberTurns>[0]>>
  readonly openChat: () => Promise<Result<Chat>>
  readonly onState: (state: MinutesState) => void
  readonly onStored: (meetingId: string) => void
  /** The title and tags that came with a summary. */
  readonly onSuggestion: (meetingId: string, suggestion: Suggestion) => void
  /** In ms since 1970, and in ms of a monotonic clock. */
  readonly wallNow: () => number
  readonly now: () => number
}

/** Minutes that are being written, at most one at a time for each meeting. */
export interface MinutesRuns {
  state(meetingId: string): Result<MinutesState>
  /** Resolves when the run has begun. */
  start(meetingId: string, template: Template): Promise<Result<undefined>>
  cancel(meetingId: string): void
  /** Reports the state after a change of what is stored. */
  stored(meetingId: string): void
  stop(): void
}

interface Run {
  readonly meetingId: string
  readonly template: Template
  readonly cancel: AbortController
  /** Null until the model has been opened. */
  progress: MinutesRun | null
}

export function createMinutesRuns(options: RunsOptions): MinutesRuns {
  const { library, readTurns, openChat, onState, onStored, onSuggestion, wallNow, now } = options
  const runs = new Map<string, Run>()
  const errors = new Map<string, ErrorValue>()

  function state(meetingId: string): Result<MinutesState> {
    const stored = library.minutes.get(meetingId)
    if (!stored.ok) return stored
    return ok({
      ...stored.value,
      meetingId,
      running: runs.get(meetingId)?.progress ?? null,
      error: errors.get(meetingId) ?? null,
    })
  }

  function report(meetingId: string): void {
    const current = state(meetingId)
    if (current.ok) onState(current.value)
  }

  function stored(meetingId: string): void {
    report(meetingId)
    onStored(meetingId)
  }

  async function openFor(meetingId: string): Promise<Result<Chat>> {
    const turns = await readTurns(meetingId)
    if (!turns.ok) return turns
    return turns.value.length === 0 ? fail('minutes-no-words') : openChat()
  }

  async function write(run: Run, chat: Chat) {
    const { meetingId, template } = run
    const begun = now()
    const turns = await readTurns(meetingId)
    if (!turns.ok) return turns
    const knownTags = library.titleAndTags.tags()
    if (!knownTags.ok) return knownTags
    const { provider, model } = chat
    const written = await writeMinutes({
      chat,
      template,
      turns: numberTurns(turns.value),
      partCharacters: chatProviderTable[provider].partCharacters,
      knownTags: knownTags.value,
      signal: run.cancel.signal,
      onProgress: (progress) => {
        run.progress = { template: template.name, provider, model, ...progress }
        report(meetingId)
      },
    })
    if (!written.ok) return written
    const { suggestion, ...text } = written.value
    const { tokens } = text
    const added = library.minutes.add(meetingId, {
      ...text,
      template: template.name,
      provider,
      model,
      writtenAt: wallNow(),
      tookMs: Math.round(now() - begun),
      cents: tokens === null ? null : chat.centsOf(tokens),
    })
    if (added.ok && suggestion !== null) onSuggestion(meetingId, suggestion)
    return added
  }

  return {
    state,
    stored,
    start: async (meetingId, template) => {
      if (runs.has(meetingId)) return fail('minutes-running')
      const run: Run = { meetingId, template, cancel: new AbortController(), progress: null }
      runs.set(meetingId, run)
      errors.delete(meetingId)
      const chat = await openFor(meetingId)
      if (!chat.ok || run.cancel.signal.aborted) {
        runs.delete(meetingId)
        report(meetingId)
        return chat.ok ? fail('cancelled') : chat
      }
      const { provider, model } = chat.value
      run.progress = {
        template: template.name,
        provider,
        model,
        sections: [],
        notFound: [],
        step: 1,
        steps: 1,
      }
      report(meetingId)
      void write(run, chat.value).then((result) => {
        runs.delete(meetingId)
        if (result.ok) return stored(meetingId)
        if (result.error.code !== 'cancelled') errors.set(meetingId, result.error)
        report(meetingId)
      })
      return ok(undefined)
    },
    cancel: (meetingId) => runs.get(meetingId)?.cancel.abort(),
    stop: () => {
      for (const { cancel } of runs.values()) cancel.abort()
    },
  }
}
