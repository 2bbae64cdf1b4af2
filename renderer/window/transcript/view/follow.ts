import { useCallback, useEffect, useRef, useState } from 'react'

/** The scroll position of an element, in px. */
export interface ScrollPosition {
  readonly top: number
  readonly height: number
  readonly viewport: number
}

/** This close to the end, in px, counts as the end. */
const nearEnd = 48

/**
 * Whether the transcript keeps following its end after a scroll. It stops if a person has just
 * scrolled up, or if the position moves up while the height stays the same, as with a screen reader.
 * A text that grows, or shrinks when a partial is replaced, does not stop it.
 */
export function followsAfter(
  before: ScrollPosition,
  now: ScrollPosition,
  { following, scrolledUp }: { readonly following: boolean; readonly scrolledUp: boolean },
): boolean {
  if (now.height - now.top - now.viewport <= nearEnd) return true
  const movedUp = now.top < before.top && now.height === before.height
  return following && !scrolledUp && !movedUp
}

/** Smooth scrolling continues for about this long after the wheel or a key. */
const askedForMs = 400
const keysUp = new Set(['ArrowUp', 'PageUp', 'Home'])

/** Calls back when a person scrolls up with the wheel or a key, or drags the scroll bar. */
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

function positionOf(element: HTMLElement): ScrollPosition {
  return {
    top: element.scrollTop,
    height: element.scrollHeight,
    viewport: element.clientHeight,
  }
}

export interface Follow {
  /** False after a person has scrolled up; then the text does not move. */
  readonly following: boolean
  readonly attach: (element: HTMLElement | Window | null) => void
  /** Call this when the height of the text changes. */
  readonly onGrow: () => void
  readonly jump: () => void
}

/** Keeps an element scrolled to its end while `active`, until a person scrolls up. */
export function useFollow(active: boolean): Follow {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [following, setFollowing] = useState(true)
  const stay = useRef(true)

  const toEnd = useCallback(() => {
    scroller?.scrollTo({ top: scroller.scrollHeight })
  }, [scroller])

  useEffect(() => {
    if (scroller === null || !active) return
    let before = positionOf(scroller)
    let askedAt = Number.NEGATIVE_INFINITY
    const stopAsking = onAskForAbove(scroller, () => (askedAt = performance.now()))
    const onScroll = () => {
      const now = positionOf(scroller)
      stay.current = followsAfter(before, now, {
        following: stay.current,
        scrolledUp: performance.now() - askedAt < askedForMs,
      })
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
