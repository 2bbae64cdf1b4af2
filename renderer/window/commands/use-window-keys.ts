import { useEffect } from 'react'
import type { ActionId } from '../../../common/model'
import type { Pressed } from '../transcript/editing/word-keys'
import { useParley } from '../context'

/** The action of a key that works everywhere in the window; null for other keys. */
export function windowAction(pressed: Pressed): ActionId | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = pressed
  if (altKey || ctrlKey === metaKey) return null
  const letter = key.toLowerCase()
  if (letter === 'k' && !shiftKey) return 'search'
  if (letter === 'p' && shiftKey) return 'command-palette'
  return null
}

/** Runs those actions. The application menu has their keys too, but not on every system. */
export function useWindowKeys(): void {
  const { commands } = useParley()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = windowAction(event)
      if (action === null) return
      event.preventDefault()
      commands.run(action)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [commands])
}
