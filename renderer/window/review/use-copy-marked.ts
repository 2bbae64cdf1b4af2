import { useEffect } from 'react'
import type { TranscriptPart } from '../../../preload/model'
import { marked } from './marked-part'

/**
 * Copies with the keys of the system what was marked over several turns, or all of it. Within one
 * turn, and everywhere else, the page's own copying is what is wanted.
 */
export function useCopyMarked(copy: (part: TranscriptPart | null) => void): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      // The event's own target is where the marking begins: of all there is, in the search field.
      const { activeElement } = document
      if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement)
        return
      const found = marked()
      if (found.kind === 'none' || (found.kind === 'part' && found.oneTurn)) return
      event.preventDefault()
      copy(found.kind === 'part' ? found.part : null)
    }
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [copy])
}
