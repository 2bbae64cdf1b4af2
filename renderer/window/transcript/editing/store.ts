import type { Edit, EditHistory, WordlessTurn } from '../../../../common/model'
import { unpackText } from '../../../../common/model/packed'
import { createStore, type Readable } from '../../../shared/store'
import type { Notices } from '../../notices/store'
import type { MainProcess } from '../../stores/main-process'
import { turnKey } from '../../../../common/turn-key'

/** What a person has corrected in the open meeting. */
export interface CorrectionsState {
  readonly meetingId: string | null
  readonly undo: EditHistory['undo']
  readonly redo: EditHistory['redo']
  /** The keys of the turns that differ from the original text. */
  readonly corrected: ReadonlySet<string>
  /** The text before any correction; null until a person asks to see it. */
  readonly original: readonly WordlessTurn[] | null
}

export interface Corrections {
  readonly state: Readable<CorrectionsState>
  /** Forgets the previous meeting. */
  readonly open: (meetingId: string | null) => void
  readonly load: (meetingId: string) => Promise<void>
  /** Corrects the open meeting; the new turns arrive as an event. Gives false if it failed. */
  readonly edit: (edit: Edit) => Promise<boolean>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  /** Loads the original text, once for each meeting. */
  readonly loadOriginal: () => Promise<void>
}

const none: CorrectionsState = {
  meetingId: null,
  undo: null,
  redo: null,
  corrected: new Set(),
  original: null,
}

export function createCorrections(
  main: MainProcess,
  { notices }: { notices: Notices },
): Corrections {
  const state = createStore(none)
  /** Ignores what arrives for a meeting that is no longer open. */
  const change = (meetingId: string, part: Partial<CorrectionsState>) => {
    const now = state.get()
    if (now.meetingId === meetingId) state.set({ ...now, ...part })
  }
  const setHistory = (meetingId: string, { undo, redo, corrected }: EditHistory) =>
    change(meetingId, { undo, redo, corrected: new Set(corrected.map(turnKey)) })
  main.on('transcript:corrected', ({ meetingId, history }) => setHistory(meetingId, history))

  async function step(name: 'corrections:undo' | 'corrections:redo'): Promise<void> {
    const { meetingId: id } = state.get()
    if (id === null) return
    const history = await main.call(name, { id })
    if (notices.report(history)) setHistory(id, history.value)
  }
  return {
    state,
    open: (meetingId) => state.set({ ...none, meetingId }),
    load: async (id) => {
      const history = await main.call('corrections:history', { id })
      if (history.ok) setHistory(id, history.value)
      else notices.show(history.error)
    },
    edit: async (edit) => {
      const { meetingId: id } = state.get()
      if (id === null) return false
      const history = await main.call('corrections:edit', { id, edit })
      if (notices.report(history)) setHistory(id, history.value)
      return history.ok
    },
    undo: () => step('corrections:undo'),
    redo: () => step('corrections:redo'),
    loadOriginal: async () => {
      const { meetingId: id, original } = state.get()
      if (id === null || original !== null) return
      const text = await main.call('meetings:original', { id })
      if (notices.report(text)) change(id, { original: unpackText(text.value).turns })
    },
  }
}
