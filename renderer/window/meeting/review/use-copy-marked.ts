import { useEffect } from 'react'
import type { TranscriptPart } from '../../../../common/model'
import { marked } from './marked-part'

/**
 * Handles the system's copy command for a selection of several turns, or of everything. Within one
 * turn and outside the transcript, the page copies as usual, unless the meeting hides something.
 */
export function useCopyMarked(
  copy: (part: TranscriptPart | null) => void,
  hides: () => boolean,
): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      // The target of the event is where the selection starts, which can be the search field after
      // Select all.
      const { activeElement } = document
      if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement)
        return
      const found = marked()
      if (found.kind === 'none' || (found.kind === 'part' && found.oneTurn && !hides())) return
      event.preventDefault()
      copy(found.kind === 'part' ? found.part : null)
    }
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [copy, hides])
}
