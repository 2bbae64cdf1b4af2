import type { MinutesState, MinuteTemplates } from '../../../../common/model'
import { createStore, type Readable } from '../../../shared/store'
import type { Notices } from '../../notices/store'
import type { MainProcess } from '../../stores/main-process'

/** What a model wrote about the open meeting. */
export interface MinutesFeature {
  /** null until main has answered for the open meeting. */
  readonly open: Readable<MinutesState | null>
  readonly templates: Readable<MinuteTemplates | null>
  readonly load: (meetingId: string) => Promise<void>
  readonly write: (meetingId: string, template: string) => Promise<void>
  readonly cancel: (meetingId: string) => Promise<void>
  readonly undo: (meetingId: string) => Promise<void>
  readonly redo: (meetingId: string) => Promise<void>
  readonly setDone: (meetingId: string, task: Task) => Promise<void>
  readonly openTemplates: () => Promise<void>
}

interface Task {
  readonly section: number
  readonly line: number
  readonly isDone: boolean
}

export function createMinutes(
  main: MainProcess,
  { notices }: { notices: Notices },
): MinutesFeature {
  const open = createStore<MinutesState | null>(null)
  const templates = createStore<MinuteTemplates | null>(null)
  let meetingId: string | null = null
  main.on('minutes:changed', (state) => {
    if (state.meetingId === meetingId) open.set(state)
  })
  return {
    open,
    templates,
    load: async (id) => {
      meetingId = id
      if (open.get()?.meetingId !== id) open.set(null)
      const [state, list] = await Promise.all([
        main.call('minutes:state', { id }),
        main.call('minutes:templates', { id }),
      ])
      if (meetingId !== id) return
      if (notices.report(state)) open.set(state.value)
      if (notices.report(list)) templates.set(list.value)
    },
    write: async (id, template) => {
      const begun = await main.call('minutes:write', { id, template })
      const now = open.get()
      if (begun.ok || now === null || now.meetingId !== id) return
      // Refused before anything was sent: shown like a failure of the model.
      open.set({ ...now, error: begun.error })
    },
    cancel: async (id) => void notices.report(await main.call('minutes:cancel', { id })),
    undo: async (id) => void notices.report(await main.call('minutes:undo', { id })),
    redo: async (id) => void notices.report(await main.call('minutes:redo', { id })),
    setDone: async (id, task) =>
      void notices.report(await main.call('minutes:set-done', { id, ...task })),
    openTemplates: async () =>
      void notices.report(await main.call('minutes:open-templates', undefined)),
  }
}
