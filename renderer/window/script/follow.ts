import { useCallback, useEffect, useRef, useState } from 'react'

/** Where a scroller stands. */
export interface Stand {
  readonly top: number
  readonly height: number
  readonly viewport: number
}

/** This near to the end counts as the end. */
const nearEnd = 48

/**
 * Whether the script goes on following its end after a scroll. It ends where the reader has just
 * asked for what is above, or where the place moves up while the text keeps its height, as with a
 * screen reader. Text that grows, or shrinks as a partial is replaced, is no such move.
 */
export function followsAfter(
  following: boolean,
  before: Stand,
  now: Stand,
  askedForAbove: boolean,
): boolean {
  if (now.height - now.top - now.viewport <= nearEnd) return true
  const movedUp = now.top < before.top && now.height === before.height
  return following && !askedForAbove && !movedUp
}

/** Scrolling eases on for about this long after the wheel or the key. */
const askedForMs = 400
const keysUp = new Set(['ArrowUp', 'PageUp', 'Home'])

/** Calls back when the reader turns the wheel up, presses a key that goes up, or takes the bar. */
function onAskForAbove(scroller: HTMLElement, asked: () => void): () => void {
  const end = new AbortController()
  const options = { passive: true, signal: end.signal }
  const when = (is: boolean) => {
    if (is) asked()
  }
  scroller.addEventListener('wheel', (event) => when(event.deltaY < 0), options)
  scroller.addEventListener('keydown', (event) => when(keysUp.has(event.key)), options)
  scroller.addEventListener('touchmove', asked, options)
  scroller.addEventListener('pointermove', (event) => when(event.buttons !== 0), options)
  scroller.addEventListener('pointerdown', (event) => when(event.target === scroller), options)
  return () => end.abort()
}

function standOf(element: HTMLElement): Stand {
  return {
    top: element.scrollTop,
    height: element.scrollHeight,
    viewport: element.clientHeight,
  }
}

export interface Follow {
  /** False once the reader has scrolled up; then the text stays where it is. */
  readonly following: boolean
  readonly attach: (element: HTMLElement | Window | null) => void
  /** To be called when the text has another height. */
  readonly onGrow: () => void
  readonly jump: () => void
}

/** Keeps a scroller at its end while `active` and until the reader scrolls up. */
export function useFollow(active: boolean): Follow {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [following, setFollowing] = useState(true)
  const stay = useRef(true)

  const toEnd = useCallback(() => {
    scroller?.scrollTo({ top: scroller.scrollHeight })
  }, [scroller])

  useEffect(() => {
    if (scroller === null || !active) return
    let before = standOf(scroller)
    let askedAt = Number.NEGATIVE_INFINITY
    const stopAsking = onAskForAbove(scroller, () => (askedAt = performance.now()))
    const onScroll = () => {
      const now = standOf(scroller)
      stay.current = followsAfter(
        stay.current,
        before,
        now,
        performance.now() - askedAt < askedForMs,
      )
      before = now
      setFollowing(stay.current)
    }
    const resized = new ResizeObserver(() => {
      if (stay.current) toEnd()
    })
    scroller.addEventListener('scroll', onScroll, { passive: true })
    resized.observe(scroller)
    return () => {
      stopAsking()
      scroller.removeEventListener('scroll', onScroll)
      resized.disconnect()
    }
  }, [scroller, active, toEnd])

  return {
    following,
    attach: useCallback((element) => {
      setScroller(element instanceof HTMLElement ? element : null)
    }, []),
    onGrow: useCallback(() => {
      if (active && stay.current) toEnd()
    }, [active, toEnd]),
    jump: useCallback(() => {
      stay.current = true
      setFollowing(true)
      toEnd()
    }, [toEnd]),
  }
}
