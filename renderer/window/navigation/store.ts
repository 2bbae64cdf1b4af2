import type { Link } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

export type SettingsTab =
  | 'keys'
  | 'transcription'
  | 'models'
  | 'summaries'
  | 'audio'
  | 'calendar'
  | 'calls'
  | 'storage'
  | 'appearance'
  | 'shortcuts'
  | 'desktop'
  | 'about'

/** What the main pane shows. */
export type View =
  | { readonly screen: 'meeting'; readonly meetingId: string | null }
  | { readonly screen: 'bin' }
  | { readonly screen: 'settings'; readonly tab: SettingsTab }
  | { readonly screen: 'token-reference' }

/** Which screen the main pane shows, and the way to another one. */
export interface Navigation {
  readonly view: Readable<View>
  /** The pane of a meeting, or for null the pane that says none is open. */
  readonly showMeeting: (meetingId: string | null) => void
  /** The page that was open last unless a tab is given. */
  readonly openSettings: (tab?: SettingsTab) => void
  readonly openTokenReference: () => void
  readonly openBin: () => void
  /** Opens a web page, or a page of the system's settings. */
  readonly openLink: (link: Link) => Promise<void>
}

export function createNavigation(main: MainProcess, { notices }: { notices: Notices }): Navigation {
  const view = createStore<View>({ screen: 'meeting', meetingId: null })
  return {
    view,
    showMeeting: (meetingId) => view.set({ screen: 'meeting', meetingId }),
    openSettings: (tab) => {
      const now = view.get()
      const last = now.screen === 'settings' ? now.tab : 'keys'
      view.set({ screen: 'settings', tab: tab ?? last })
    },
    openTokenReference: () => view.set({ screen: 'token-reference' }),
    openBin: () => view.set({ screen: 'bin' }),
    openLink: async (link) => void notices.report(await main.call('links:open', { link })),
  }
}
