import type {
  NewRedaction,
  Redaction,
  RedactionState,
  TranscriptPart,
} from '../../../../common/model'
import type { Result } from '../../../../common/errors'
import { createStore, type Readable } from '../../../shared/store'
import type { Notices } from '../../notices/store'
import type { MainProcess } from '../../stores/main-process'

/** What the open meeting hides in exports and from language models. */
export interface Redactions {
  /**
   * null until main has answered for the open meeting. What the rules find, which takes long in a
   * long meeting, is null until somebody asked for it.
   */
  readonly open: Readable<(RedactionState & { readonly meetingId: string }) | null>
  readonly load: (meetingId: string) => Promise<void>
  /** Keeps what the rules find up to date. Returns a function that ends it. */
  readonly find: (meetingId: string) => () => void
  /** Hides these; what is hidden already stays once. */
  readonly add: (redactions: readonly NewRedaction[]) => Promise<void>
  /** Hides the words of a selected part. */
  readonly hide: (part: TranscriptPart) => Promise<void>
  /** Hides them no more. */
  readonly remove: (redactions: readonly Redaction[]) => Promise<void>
}

export function createRedactions(main: MainProcess, { notices }: { notices: Notices }): Redactions {
  const open = createStore<(RedactionState & { readonly meetingId: string }) | null>(null)
  let meetingId: string | null = null
  /** How many views show what the rules find. */
  let finding = 0
  let asked = 0

  async function load(id: string): Promise<void> {
    if (meetingId !== id) open.set(null)
    meetingId = id
    asked += 1
    const number = asked
    // The meeting and its panel ask at the same moment: once is enough.
    await Promise.resolve()
    if (number !== asked) return
    const state = await main.call('redactions:state', { id, find: finding > 0 })
    // The answer to a later question is newer.
    if (number !== asked) return
    // The page of the meeting says itself that there is none.
    if (!state.ok && state.error.code === 'meeting-not-found') return
    if (notices.report(state)) open.set({ ...state.value, meetingId: id })
  }

  async function change(call: (id: string) => Promise<Result<undefined>>): Promise<void> {
    const id = meetingId
    if (id === null) return
    const changed = await call(id)
    if (notices.report(changed) && meetingId === id) await load(id)
  }

  main.on('transcript:corrected', (corrected) => {
    if (corrected.meetingId === meetingId) void load(corrected.meetingId)
  })
  return {
    open,
    load,
    find: (id) => {
      finding += 1
      void load(id)
      return () => {
        finding -= 1
      }
    },
    add: (redactions) =>
      change((id) => main.call('redactions:add', { id, redactions: [...redactions] })),
    hide: (part) => change((id) => main.call('redactions:hide', { id, part })),
    remove: (redactions) =>
      change((id) => main.call('redactions:remove', { id, ids: redactions.map((one) => one.id) })),
  }
}
