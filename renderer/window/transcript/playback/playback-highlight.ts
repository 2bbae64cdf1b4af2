import { useCallback, useEffect, useRef, useState } from 'react'
import type { VirtuosoHandle } from 'react-virtuoso'
import { textRange } from '../view/dom-text'
import type { TranscriptSession } from '../model/transcript-session'
import type { Row } from '../model/rows'
import styles from '../view/transcript.module.css'
import { playedWordAt, type PlayedWord } from './playback-position'
import type { WordRange } from '../model/turn-words'

/** The highlight behind the current word: one element that is moved without React. */
function createMark() {
  const element = document.createElement('span')
  element.className = styles['wordOn'] ?? ''
  element.dataset['played'] = ''
  element.setAttribute('aria-hidden', 'true')
  return {
    hide: () => element.remove(),
    /** Moves it behind a word. Gives the box of the word, or null if it has none. */
    show: (text: HTMLElement, range: WordRange): DOMRect | null => {
      const box = textRange(text, range)?.getClientRects()[0]
      const around = text.parentElement
      if (box === undefined || around === null) return null
      const from = around.getBoundingClientRect()
      element.style.translate = `${box.left - from.left}px ${box.top - from.top}px`
      element.style.width = `${box.width}px`
      element.style.height = `${box.height}px`
      element.dataset['played'] = text.textContent.slice(...range)
      if (element.parentElement !== around) around.append(element)
      return box
    },
  }
}

/** The part of the transcript, from its top, where the current word may be without scrolling. */
const calm = { from: 0.08, to: 0.82, target: 0.3 }
const scrollKeys = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'])

export interface PlaybackHighlight {
  /** Whether a person has scrolled away during playback. */
  readonly away: boolean
  readonly back: () => void
}

interface PlaybackHighlightOptions {
  readonly session: TranscriptSession
  readonly rows: readonly Row[]
  readonly list: React.RefObject<VirtuosoHandle | null>
  readonly scroller: HTMLElement | null
  /** Text does not move while a person selects it. */
  readonly still: boolean
}

/** Highlights the current word and keeps it in view during playback, until a person scrolls. */
export function usePlaybackHighlight(options: PlaybackHighlightOptions): PlaybackHighlight {
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
  const { session, scroller } = options
  const { player, texts } = session

  useEffect(() => {
    if (player === null || scroller === null) return
    const mark = createMark()
    let shown: PlayedWord | null = null
    const draw = (again: boolean) => {
      const { rows, list, still } = latest.current
      const atMs = player.position()
      const started = atMs > 0 || player.playing.get()
      const played = started ? playedWordAt(rows, atMs) : null
      if (!again && played?.key === shown?.key && played?.word === shown?.word) return
      shown = played
      const text = played && texts.get(played.key)
      const box = played && text ? mark.show(text, played.range) : null
      if (box === null) mark.hide()
      if (played === null || still || again || !player.playing.get() || !following.current) return
      const frame = scroller.getBoundingClientRect()
      const offset = frame.height * calm.target
      if (box === null) list.current?.scrollToIndex({ index: played.index, offset: -offset })
      else if (outside(box, frame))
        scroller.scrollBy({ top: box.top - frame.top - offset, behavior: 'smooth' })
    }
    let waiting = false
    const drawAgain = () => {
      // Many rows come and go while scrolling, so one update per frame is enough.
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
    // A person who starts playback wants to see the current word.
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
