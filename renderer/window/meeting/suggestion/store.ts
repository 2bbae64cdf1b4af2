import type { Meeting, SuggestionState } from '../../../../common/model'
import { createStore, type Readable } from '../../../shared/store'
import type { Notices } from '../../notices/store'
import type { MainProcess } from '../../stores/main-process'
import type { Corrections } from '../../transcript/editing/store'

/** A title and tags that a model suggests for the open meeting. */
export interface SuggestionFeature {
  /** null until main has answered for the open meeting. */
  readonly open: Readable<SuggestionState | null>
  readonly load: (meetingId: string) => Promise<void>
  readonly ask: (meetingId: string) => Promise<void>
  readonly cancel: (meetingId: string) => Promise<void>
  readonly dismiss: (meetingId: string) => Promise<void>
  readonly useTitle: (title: string) => Promise<void>
  readonly addTags: (meeting: Pick<Meeting, 'tags'>, tags: readonly string[]) => Promise<void>
}

interface Deps {
  readonly notices: Notices
  readonly corrections: Corrections
}

export function createSuggestion(
  main: MainProcess,
  { notices, corrections }: Deps,
): SuggestionFeature {
  const open = createStore<SuggestionState | null>(null)
  let meetingId: string | null = null
  main.on('suggestions:changed', (state) => {
    if (state.meetingId === meetingId) open.set(state)
  })
  return {
    open,
    load: async (id) => {
      meetingId = id
      if (open.get()?.meetingId !== id) open.set(null)
      const state = await main.call('suggestions:state', { id })
      if (meetingId === id && notices.report(state)) open.set(state.value)
    },
    ask: async (id) => void notices.report(await main.call('suggestions:ask', { id })),
    cancel: async (id) => void notices.report(await main.call('suggestions:cancel', { id })),
    dismiss: async (id) => void notices.report(await main.call('suggestions:dismiss', { id })),
    useTitle: async (title) => {
      await corrections.edit({ kind: 'title', title })
    },
    addTags: async (meeting, tags) => {
      await corrections.edit({ kind: 'tags', tags: [...meeting.tags, ...tags] })
    },
  }
}
