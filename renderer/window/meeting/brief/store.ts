import type { Result } from '../../../../common/errors'
import type { Brief } from '../../../../common/model'
import { createStore, type Readable } from '../../../shared/store'
import type { Notices } from '../../notices/store'
import type { MainProcess } from '../../stores/main-process'

/** What a person says about the open meeting, so that its words are heard better. */
export interface Briefs {
  /** null until main has answered. */
  readonly open: Readable<{ readonly meetingId: string; readonly brief: Brief } | null>
  readonly load: (meetingId: string) => Promise<void>
  readonly save: (meetingId: string, brief: Brief) => Promise<Result<undefined>>
}

export function createBriefs(main: MainProcess, { notices }: { notices: Notices }): Briefs {
  const open = createStore<ReturnType<Briefs['open']['get']>>(null)
  return {
    open,
    load: async (meetingId) => {
      open.set(null)
      const brief = await main.call('meetings:brief', { id: meetingId })
      if (brief.ok) open.set({ meetingId, brief: brief.value })
      else notices.show(brief.error)
    },
    save: async (meetingId, brief) => {
      const saved = await main.call('meetings:set-brief', { id: meetingId, brief })
      if (notices.report(saved)) open.set({ meetingId, brief })
      return saved
    },
  }
}
