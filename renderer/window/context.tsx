import { createContext, use } from 'react'
import type { Actions } from './stores/actions'
import type { Stores } from './stores/stores'

export interface Parley {
  readonly stores: Stores
  readonly actions: Actions
}

const ParleyContext = createContext<Parley | null>(null)

export const ParleyProvider = ParleyContext.Provider

/** The stores and actions of this window; only inside ParleyProvider. */
export function useParley(): Parley {
  const parley = use(ParleyContext)
  if (parley === null) throw new Error('useParley outside ParleyProvider')
  return parley
}
