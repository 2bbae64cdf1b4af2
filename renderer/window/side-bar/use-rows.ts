import { useCallback, useState, type RefCallback } from 'react'

/** Rows that are drawn at first, and how many more as their end comes near. */
const firstRows = 60
const moreRows = 200
/** How far below the visible part of the list its next rows are drawn. */
const margin = '0px 0px 1200px 0px'

export interface Rows {
  readonly count: number
  /** For an element below the last row. */
  readonly end: RefCallback<Element>
  readonly all: () => void
}

/** How many rows of a long list are drawn. It begins with a few, so that they are there at once. */
export function useRows(total: number): Rows {
  const [count, setCount] = useState(firstRows)
  const end = useCallback(
    (element: Element | null) => {
      if (element === null || count >= total) return
      const observer = new IntersectionObserver(
        ([entry]) => {
          if (entry?.isIntersecting) setCount(count + moreRows)
        },
        { root: element.parentElement, rootMargin: margin },
      )
      observer.observe(element)
      return () => observer.disconnect()
    },
    [count, total],
  )
  return { count, end, all: () => setCount(total) }
}
