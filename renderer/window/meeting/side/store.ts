import { createStore, type Readable } from '../../../shared/store'

/** What can be shown beside the transcript. */
export type SideTab = 'notes' | 'minutes' | 'ask' | 'hide'

/** The pane beside the transcript. */
export interface SidePaneStore {
  /** What it shows; null while it is hidden. */
  readonly tab: Readable<SideTab | null>
  readonly show: (tab: SideTab) => void
  /** Shows this part, or hides the pane if it shows it already. */
  readonly toggle: (tab: SideTab) => void
}

export function createSidePane(): SidePaneStore {
  const tab = createStore<SideTab | null>(null)
  return {
    tab,
    show: tab.set,
    toggle: (next) => tab.set(tab.get() === next ? null : next),
  }
}
