import type { Mark, NoteLine } from '../../../../common/model'
import { createStore, type Readable } from '../../../shared/store'
import type { Notices } from '../../notices/store'
import type { MainProcess } from '../../stores/main-process'

/** The notes and marks of the open meeting. */
export interface AnnotationsState {
  readonly meetingId: string | null
  readonly marks: readonly Mark[]
  /** null until they are loaded. */
  readonly notes: readonly NoteLine[] | null
}

export interface Annotations {
  readonly state: Readable<AnnotationsState>
  /** Forgets the previous meeting. */
  readonly open: (meetingId: string | null) => void
  readonly load: (meetingId: string) => Promise<void>
  /** Marks a moment of the open meeting; null is now, while it is recorded. */
  readonly mark: (atMs: number | null) => Promise<void>
  readonly unmark: (atMs: number) => Promise<void>
  /** Saves the whole text. New lines get the time `atMs`; null as with `mark`. */
  readonly writeNotes: (meetingId: string, text: string, atMs: number | null) => Promise<void>
}

const none: AnnotationsState = { meetingId: null, marks: [], notes: null }

export function createAnnotations(
  main: MainProcess,
  { notices }: { notices: Notices },
): Annotations {
  const state = createStore(none)
  /** Ignores what arrives for a meeting that is no longer open. */
  const change = (meetingId: string, part: Partial<AnnotationsState>) => {
    const now = state.get()
    if (now.meetingId === meetingId) state.set({ ...now, ...part })
  }
  main.on('marks:changed', ({ meetingId, marks }) => change(meetingId, { marks }))
  return {
    state,
    open: (meetingId) => state.set({ ...none, meetingId }),
    load: async (id) => {
      const [marks, notes] = await Promise.all([
        main.call('marks:list', { id }),
        main.call('notes:get', { id }),
      ])
      if (marks.ok) change(id, { marks: marks.value })
      else notices.show(marks.error)
      if (notes.ok) change(id, { notes: notes.value })
      else notices.show(notes.error)
    },
    mark: async (atMs) => {
      const { meetingId: id } = state.get()
      if (id !== null) notices.report(await main.call('marks:add', { id, atMs }))
    },
    unmark: async (atMs) => {
      const { meetingId: id } = state.get()
      if (id !== null) notices.report(await main.call('marks:remove', { id, atMs }))
    },
    writeNotes: async (id, text, atMs) => {
      const lines = await main.call('notes:write', { id, text, atMs })
      if (notices.report(lines)) change(id, { notes: lines.value })
    },
  }
}
