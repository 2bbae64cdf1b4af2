import { useCallback } from 'react'
import type { VirtuosoHandle } from 'react-virtuoso'
import { textRange } from './dom-text'
import type { Reader } from './reader'
import type { Row } from './rows'
import type { WordRange } from './words'

/** How many frames a row may take to be drawn after the list has gone to it. */
const patience = 30
/** The list forgets where it is to go while it is being drawn for the first time: it is told again. */
const patienceOfList = 5
/** Text this near to the edges is brought to the middle. */
const margin = 40

interface RevealOptions {
  readonly reader: Reader
  readonly rows: readonly Row[]
  readonly list: React.RefObject<VirtuosoHandle | null>
  readonly scroller: HTMLElement | null
}

/** Brings a stretch of a row's text into sight, wherever in the meeting it is. */
export function useReveal({ reader, rows, list, scroller }: RevealOptions) {
  return useCallback(
    (index: number, range: WordRange) => {
      const row = rows[index]
      if (row === undefined || scroller === null) return
      let gone = false
      const look = (frames: number) => {
        const text = reader.texts.get(row.key)
        const box = text && textRange(text, range)?.getBoundingClientRect()
        if (box) {
          const frame = scroller.getBoundingClientRect()
          const hidden = box.top < frame.top + margin || box.bottom > frame.bottom - margin
          if (hidden) scroller.scrollBy({ top: box.top - frame.top - frame.height / 3 })
          // The list may still move while it learns the heights of the rows that it now shows.
          if (!gone || frames >= patience) return
        } else if (frames % patienceOfList === 0) {
          list.current?.scrollToIndex({ index, align: 'center' })
          gone = true
        }
        if (frames < patience) requestAnimationFrame(() => look(frames + 1))
      }
      look(0)
    },
    [reader, rows, list, scroller],
  )
}
