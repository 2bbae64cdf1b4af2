import type { Result } from '../../../preload/errors'
import type { AgainPart, Edit } from '../../../preload/model'
import { unpackText } from '../../../preload/model/packed'
import type { Ask } from '../../shared/ask'
import type { Stores } from './stores'

/** What a person does with the open meeting: correct, mark, note. Failures go to the notice. */
export interface MeetingActions {
  /** Reads marks, notes and what was corrected. */
  readonly readBeside: (meetingId: string) => Promise<void>
  /** Answers whether it was done; the turns come as an event. */
  readonly edit: (edit: Edit) => Promise<boolean>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  /** Writes a meeting or turns of it down again. */
  readonly startAgain: (meetingId: string, part: AgainPart) => Promise<void>
  readonly cancelAgain: () => Promise<void>
  /** Takes a new text that has fewer words. */
  readonly acceptAgain: () => Promise<void>
  /** Reads what the engines heard, once. */
  readonly readHeard: () => Promise<void>
  /** Marks a moment; null is now, of a recording that runs. */
  readonly mark: (atMs: number | null) => Promise<void>
  readonly unmark: (atMs: number) => Promise<void>
  /** Writes all notes; lines that are new are begun at `atMs`, null as with `mark`. */
  readonly writeNotes: (meetingId: string, text: string, atMs: number | null) => Promise<void>
}

export function createMeetingActions(ask: Ask, stores: Stores): MeetingActions {
  const { beside, notice } = stores

  /** The value, with a failure shown and a success clearing what was shown before. */
  async function noted<T>(asked: Promise<Result<T>>): Promise<T | undefined> {
    const result = await asked
    notice.set(result.ok ? null : result.error)
    return result.ok ? result.value : undefined
  }

  const opened = () => beside.get().meetingId

  async function step(name: 'corrections:undo' | 'corrections:redo'): Promise<void> {
    const id = opened()
    if (id === null) return
    const history = await noted(ask(name, { id }))
    if (history) beside.history(id, history)
  }

  return {
    readBeside: async (id) => {
      const [history, marks, notes] = await Promise.all([
        ask('corrections:history', { id }),
        ask('marks:list', { id }),
        ask('notes:get', { id }),
      ])
      for (const answer of [history, marks, notes]) if (!answer.ok) notice.set(answer.error)
      if (history.ok) beside.history(id, history.value)
      if (marks.ok) beside.marks(id, marks.value)
      if (notes.ok) beside.notes(id, notes.value)
    },
    edit: async (edit) => {
      const id = opened()
      if (id === null) return false
      const history = await noted(ask('corrections:edit', { id, edit }))
      if (history) beside.history(id, history)
      return history !== undefined
    },
    undo: () => step('corrections:undo'),
    redo: () => step('corrections:redo'),
    startAgain: async (id, part) => {
      await noted(ask('again:start', { id, part }))
    },
    cancelAgain: async () => {
      await noted(ask('again:cancel', undefined))
    },
    acceptAgain: async () => {
      await noted(ask('again:accept', undefined))
    },
    readHeard: async () => {
      const { meetingId: id, heard } = beside.get()
      if (id === null || heard !== null) return
      const text = await noted(ask('meetings:original', { id }))
      if (text) beside.heard(id, unpackText(text).turns)
    },
    mark: async (atMs) => {
      const id = opened()
      if (id !== null) await noted(ask('marks:add', { id, atMs }))
    },
    unmark: async (atMs) => {
      const id = opened()
      if (id !== null) await noted(ask('marks:remove', { id, atMs }))
    },
    writeNotes: async (id, text, atMs) => {
      const lines = await noted(ask('notes:write', { id, text, atMs }))
      if (lines) beside.notes(id, lines)
    },
  }
}
