import { useCallback, useEffect, useRef, useState } from 'react'
import type { VirtuosoHandle } from 'react-virtuoso'
import { textRange } from './dom-text'
import type { Reader } from './reader'
import type { Row } from './rows'
import styles from './script.module.css'
import { spokenAt, type Spoken } from './spoken'
import type { WordRange } from './words'

/** The one element that lies behind the word that is said; moved by hand, never drawn by React. */
function createMark() {
  const element = document.createElement('span')
  element.className = styles['wordOn'] ?? ''
  element.dataset['spoken'] = ''
  element.setAttribute('aria-hidden', 'true')
  return {
    hide: () => element.remove(),
    /** Puts it behind a word; gives the word's box in the window, or null where it has none. */
    show: (text: HTMLElement, range: WordRange): DOMRect | null => {
      const box = textRange(text, range)?.getClientRects()[0]
      const around = text.parentElement
      if (box === undefined || around === null) return null
      const from = around.getBoundingClientRect()
      element.style.translate = `${box.left - from.left}px ${box.top - from.top}px`
      element.style.width = `${box.width}px`
      element.style.height = `${box.height}px`
      element.dataset['spoken'] = text.textContent.slice(...range)
      if (element.parentElement !== around) around.append(element)
      return box
    },
  }
}

/** The part of the script, from its top, in which the spoken word may stand without scrolling. */
const calm = { from: 0.08, to: 0.82, target: 0.3 }
const scrollKeys = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'])

export interface SpokenWord {
  /** True where the reader looks elsewhere while it plays. */
  readonly away: boolean
  readonly back: () => void
}

interface SpokenOptions {
  readonly reader: Reader
  readonly rows: readonly Row[]
  readonly list: React.RefObject<VirtuosoHandle | null>
  readonly scroller: HTMLElement | null
  /** Text does not move under somebody who is marking it. */
  readonly still: boolean
}

/** Marks the word that is said and keeps it in sight while it plays, until the reader scrolls. */
export function useSpokenWord(options: SpokenOptions): SpokenWord {
  const [away, setAway] = useState(false)
  const following = useRef(true)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const setFollowing = useCallback((next: boolean) => {
    following.current = next
    setAway(!next)
  }, [])
  const { reader, scroller } = options
  const { player, texts } = reader

  useEffect(() => {
    if (player === null || scroller === null) return
    const mark = createMark()
    let shown: Spoken | null = null
    const draw = (again: boolean) => {
      const { rows, list, still } = latest.current
      const atMs = player.position()
      const started = atMs > 0 || player.playing.get()
      const spoken = started ? spokenAt(rows, atMs) : null
      if (!again && spoken?.key === shown?.key && spoken?.word === shown?.word) return
      shown = spoken
      const text = spoken && texts.get(spoken.key)
      const box = spoken && text ? mark.show(text, spoken.range) : null
      if (box === null) mark.hide()
      if (spoken === null || still || again || !player.playing.get() || !following.current) return
      const frame = scroller.getBoundingClientRect()
      const offset = frame.height * calm.target
      if (box === null) list.current?.scrollToIndex({ index: spoken.index, offset: -offset })
      else if (outside(box, frame))
        scroller.scrollBy({ top: box.top - frame.top - offset, behavior: 'smooth' })
    }
    let waiting = false
    const drawAgain = () => {
      // Rows come and go many at a time while scrolling: once a frame is enough.
      if (waiting) return
      waiting = true
      requestAnimationFrame(() => {
        waiting = false
        draw(true)
      })
    }
    const stops = [player.onTick(() => draw(false)), texts.subscribe(drawAgain)]
    const resized = new ResizeObserver(drawAgain)
    resized.observe(scroller)
    return () => {
      stops.forEach((stop) => stop())
      resized.disconnect()
      mark.hide()
    }
  }, [player, texts, scroller])

  useEffect(() => {
    if (player === null || scroller === null) return
    const end = new AbortController()
    const passive = { passive: true, signal: end.signal }
    const leave = () => {
      if (player.playing.get()) setFollowing(false)
    }
    scroller.addEventListener('wheel', leave, passive)
    scroller.addEventListener('touchmove', leave, passive)
    scroller.addEventListener(
      'pointerdown',
      (event) => (event.target === scroller ? leave() : undefined),
      passive,
    )
    scroller.addEventListener(
      'keydown',
      (event) =>
        event.target === scroller && !event.defaultPrevented && scrollKeys.has(event.key)
          ? leave()
          : undefined,
      passive,
    )
    // Whoever starts to play wants to see what is said.
    const stop = player.playing.subscribe(() => setFollowing(true))
    return () => {
      end.abort()
      stop()
    }
  }, [player, scroller, setFollowing])

  return {
    away,
    back: useCallback(() => setFollowing(true), [setFollowing]),
  }
}

function outside(box: DOMRect, frame: DOMRect): boolean {
  const at = (box.top - frame.top) / frame.height
  return at < calm.from || at > calm.to
}
