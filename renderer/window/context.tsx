import { createContext, use } from 'react'
import type { Parley } from './stores/parley'

const ParleyContext = createContext<Parley | null>(null)

export const ParleyProvider = ParleyContext.Provider

/** The features of this window. Works only inside ParleyProvider. */
export function useParley(): Parley {
  const parley = use(ParleyContext)
  if (parley === null) throw new Error('useParley outside ParleyProvider')
  return parley
}
