import { useCallback } from 'react'
import type { VirtuosoHandle } from 'react-virtuoso'
import { textRange } from './dom-text'
import type { TranscriptSession } from '../model/transcript-session'
import type { Row } from '../model/rows'
import type { WordRange } from '../model/turn-words'

/** How many frames a row may take until it is drawn after the list has scrolled to it. */
const patience = 30
/**
 * The list forgets its target during its first render, so it is asked again after this many
 * frames.
 */
const patienceOfList = 5
/** Text this close to the edge, in px, is scrolled towards the middle. */
const margin = 40

interface ScrollToWordOptions {
  readonly session: TranscriptSession
  readonly rows: readonly Row[]
  readonly list: React.RefObject<VirtuosoHandle | null>
  readonly scroller: HTMLElement | null
}

/** Scrolls a range of the text of any row into view. */
export function useScrollToWord({ session, rows, list, scroller }: ScrollToWordOptions) {
  return useCallback(
    (index: number, range: WordRange) => {
      const row = rows[index]
      if (row === undefined || scroller === null) return
      let gone = false
      const look = (frames: number) => {
        const text = session.texts.get(row.key)
        const box = text && textRange(text, range)?.getBoundingClientRect()
        if (box) {
          const frame = scroller.getBoundingClientRect()
          const hidden = box.top < frame.top + margin || box.bottom > frame.bottom - margin
          if (hidden) scroller.scrollBy({ top: box.top - frame.top - frame.height / 3 })
          // The list can still move while it measures the rows that it shows now.
          if (!gone || frames >= patience) return
        } else if (frames % patienceOfList === 0) {
          list.current?.scrollToIndex({ index, align: 'center' })
          gone = true
        }
        if (frames < patience) requestAnimationFrame(() => look(frames + 1))
      }
      look(0)
    },
    [session, rows, list, scroller],
  )
}
