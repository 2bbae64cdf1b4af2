import { useEffect } from 'react'
import { isPauseKey } from './pause-key'

/** Space pauses and resumes for as long as this is shown. */
export function usePauseKey(pauseOrResume: () => Promise<void>): void {
  useEffect(() => {
    // Whoever is here has just pressed Record, more often than not with the mouse.
    let byPointer = true
    const onPointer = () => (byPointer = true)
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Tab') byPointer = false
      if (!isPauseKey(event, byPointer)) return
      event.preventDefault()
      void pauseOrResume()
    }
    window.addEventListener('pointerdown', onPointer, true)
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('pointerdown', onPointer, true)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [pauseOrResume])
}
