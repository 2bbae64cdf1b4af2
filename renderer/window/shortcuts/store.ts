import type { QuickAction, ShortcutState } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

type States = Readonly<Record<QuickAction, ShortcutState>>

/** The keys that work while another program is in front. */
export interface Shortcuts {
  /** Whether the system gives them to Parley; null until main has answered. */
  readonly states: Readable<States | null>
  /** The one that was pressed last, so that a person sees that it works. */
  readonly pressed: Readable<QuickAction | null>
  /** Gives all keys back while a person chooses new ones. */
  readonly suspend: (suspended: boolean) => void
}

export function createShortcuts(main: MainProcess): Shortcuts {
  const states = createStore<States | null>(null)
  const pressed = createStore<QuickAction | null>(null)
  main.on('shortcuts:changed', (next) => {
    states.set(next)
    pressed.set(null)
  })
  main.on('shortcuts:pressed', pressed.set)
  main.load('shortcuts:states', states.set)
  return {
    states,
    pressed,
    suspend: (suspended) => void main.call('shortcuts:suspend', { suspended }),
  }
}
