import type { EditHistory, Mark, NoteLine, WordlessTurn } from '../../../preload/model'
import { turnKey } from '../script/rows'
import { createStore, type Readable } from './store'

/** What stands beside the words of the open meeting. */
export interface Beside {
  readonly meetingId: string | null
  readonly undo: EditHistory['undo']
  readonly redo: EditHistory['redo']
  /** The keys of the turns that do not stand as they were heard. */
  readonly corrected: ReadonlySet<string>
  readonly marks: readonly Mark[]
  /** null until they were read. */
  readonly notes: readonly NoteLine[] | null
  /** What the engines heard, once somebody wanted to see it. */
  readonly heard: readonly WordlessTurn[] | null
}

/** Of one meeting at a time; what comes for another is left out. */
export interface BesideStore extends Readable<Beside> {
  readonly begin: (meetingId: string | null) => void
  readonly history: (meetingId: string, history: EditHistory) => void
  readonly marks: (meetingId: string, marks: readonly Mark[]) => void
  readonly notes: (meetingId: string, notes: readonly NoteLine[]) => void
  readonly heard: (meetingId: string, heard: readonly WordlessTurn[]) => void
}

const nothing: Beside = {
  meetingId: null,
  undo: null,
  redo: null,
  corrected: new Set(),
  marks: [],
  notes: null,
  heard: null,
}

export function createBesideStore(): BesideStore {
  const store = createStore(nothing)
  const put = (meetingId: string, part: Partial<Beside>) => {
    const now = store.get()
    if (now.meetingId === meetingId) store.set({ ...now, ...part })
  }
  return {
    get: store.get,
    subscribe: store.subscribe,
    begin: (meetingId) => store.set({ ...nothing, meetingId }),
    history: (meetingId, { undo, redo, corrected }) =>
      put(meetingId, { undo, redo, corrected: new Set(corrected.map(turnKey)) }),
    marks: (meetingId, marks) => put(meetingId, { marks }),
    notes: (meetingId, notes) => put(meetingId, { notes }),
    heard: (meetingId, heard) => put(meetingId, { heard }),
  }
}
