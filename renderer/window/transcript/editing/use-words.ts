import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useStore } from '../../../shared/store'
import { covers, offsetAt, textRange } from '../view/dom-text'
import type { Target } from '../../meeting/store'
import { endOfTurn, firstWord, indexOfRow, type WordRef } from '../model/word-cursor'
import { rowAt, playedWordAt } from '../playback/playback-position'
import type { TranscriptSession } from '../model/transcript-session'
import type { Row } from '../model/rows'
import { moveOf } from './word-keys'
import { wordAtOffset, wordRanges, wordsOf, type WordRange } from '../model/turn-words'

interface WordsOptions {
  readonly session: TranscriptSession
  readonly rows: readonly Row[]
  readonly scroller: HTMLElement | null
  readonly scrollToWord: (index: number, range: WordRange) => void
  readonly onPlay: () => void
}

interface Words {
  readonly handlers: {
    readonly onClick: (event: MouseEvent) => void
    readonly onKeyDown: (event: KeyboardEvent) => void
    readonly onPointerMove: (event: MouseEvent) => void
    readonly onPointerLeave: () => void
    readonly onDoubleClick: (event: MouseEvent) => void
    readonly onContextMenu: (event: MouseEvent) => void
  }
  /** The first row that is visible, at least partly. */
  readonly firstVisible: () => number
}

/** The word at a target, or the nearest one. */
export function wordAtTarget(rows: readonly Row[], at: Target): WordRef | null {
  if ('turn' in at) {
    const row = rows[indexOfRow(rows, at.turn)]
    if (row?.kind !== 'turn') return null
    return wordRanges(row.turn)[at.word]
      ? { key: row.key, word: at.word }
      : endOfTurn(rows, { key: row.key, word: 0 }, 0)
  }
  return playedWordAt(rows, at.ms) ?? firstWord(rows, Math.max(0, rowAt(rows, at.ms)))
}

/** When a word starts in ms; the start of the turn if it has no words. */
export function startOf(rows: readonly Row[], wordRef: WordRef): number {
  const row = rows[indexOfRow(rows, wordRef.key)]
  if (row?.kind !== 'turn') return row?.startMs ?? 0
  return wordsOf(row.turn)[wordRef.word]?.startMs ?? row.startMs
}

/** The focus is never taken from a text field. */
export const typing = 'textarea, input:not([type="radio"])'
const hoverName = 'hovered-word'

/** Moves between words with the keyboard, and plays from a word by key or click. */
export function useWords({ session, rows, scroller, scrollToWord, onPlay }: WordsOptions): Words {
  const cursor = useStore(session.cursor)
  const cursorMs = useRef(0)

  useEffect(() => {
    if (cursor === null) return
    const row = rows[indexOfRow(rows, cursor.key)]
    if (row?.kind === 'turn' && (row.turn.words === null || wordRanges(row.turn)[cursor.word])) {
      cursorMs.current = startOf(rows, cursor)
      return
    }
    // A correction removed the word; the cursor stays at the same time.
    const wordRef = wordAtTarget(rows, { ms: cursorMs.current })
    const focus = cursor.focus && document.activeElement?.matches(typing) !== true
    session.cursor.set(wordRef && { ...wordRef, focus, found: false })
  }, [session, cursor, rows])

  useEffect(() => {
    const index = cursor === null ? -1 : indexOfRow(rows, cursor.key)
    const row = rows[index]
    const range = row?.kind === 'turn' && cursor ? wordRanges(row.turn)[cursor.word] : null
    if (range) scrollToWord(index, range)
    // Scrolls when the cursor changes, not when the rows change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [cursor, scroller])

  const firstVisible = useCallback((): number => {
    const top = scroller?.getBoundingClientRect().top ?? 0
    const seen = [...session.texts.entries()]
      .filter(([, text]) => text.getBoundingClientRect().bottom > top)
      .map(([key]) => indexOfRow(rows, key))
    return Math.max(0, Math.min(...seen, rows.length))
  }, [session, rows, scroller])

  const handlers = useMemo(() => {
    /** The word under the pointer. */
    const wordUnder = (event: MouseEvent): (WordRef & { range: Range }) | null => {
      const text = (event.target as Element).closest<HTMLElement>('[data-row]')
      const row = rows[indexOfRow(rows, text?.dataset['row'] ?? '')]
      if (!text || row?.kind !== 'turn') return null
      const offset = offsetAt(text, event.clientX, event.clientY)
      const word = offset === null ? -1 : wordAtOffset(row.turn, offset)
      const stretch = wordRanges(row.turn)[word]
      const range = stretch && textRange(text, stretch)
      return range && covers(range, event.clientX, event.clientY)
        ? { key: row.key, word, range }
        : null
    }
    const play = (wordRef: WordRef) => {
      onPlay()
      session.player?.playFrom(startOf(rows, wordRef))
    }
    return {
      onClick: (event: MouseEvent) => {
        // The end of a text selection is not a click on a word.
        if (event.button !== 0 || document.getSelection()?.isCollapsed === false) return
        const found = wordUnder(event)
        if (found === null) return
        session.cursor.set({ key: found.key, word: found.word, focus: true, found: false })
        play(found)
      },
      onPointerMove: (event: MouseEvent) => {
        const found = event.buttons === 0 ? wordUnder(event) : null
        if (found) CSS.highlights.set(hoverName, new Highlight(found.range))
        else CSS.highlights.delete(hoverName)
      },
      onDoubleClick: (event: MouseEvent) => {
        const found = wordUnder(event)
        const row = found && rows[indexOfRow(rows, found.key)]
        if (!found || row?.kind !== 'turn') return
        session.player?.pause()
        document.getSelection()?.removeAllRanges()
        session.editing.set({ key: row.key, offset: wordRanges(row.turn)[found.word]?.[0] ?? 0 })
      },
      onContextMenu: (event: MouseEvent) => {
        // The menu key uses the focused word; the mouse uses the word under the pointer.
        const onWord = (event.target as Element).closest('[data-word]')
        const here = session.cursor.get()
        const found: WordRef | null = wordUnder(event) ?? (onWord ? here : null)
        if (!found || document.getSelection()?.isCollapsed === false) return
        event.preventDefault()
        const { key, word } = found
        session.cursor.set({ key, word, focus: false, found: false })
        const anchor = session.texts.get(key)
        if (anchor) session.menu.set({ key, word, anchor: onWord ?? anchor })
      },
      onPointerLeave: () => void CSS.highlights.delete(hoverName),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.target instanceof HTMLTextAreaElement) return
        const onWord = (event.target as Element).closest('[data-word]') !== null
        const wordRef = session.cursor.get()
        if (event.key === 'Enter' && onWord && wordRef && !event.ctrlKey && !event.metaKey) {
          event.preventDefault()
          play(wordRef)
          return
        }
        if (event.key === 'F2' && wordRef) {
          event.preventDefault()
          const row = rows[indexOfRow(rows, wordRef.key)]
          const range = row?.kind === 'turn' ? wordRanges(row.turn)[wordRef.word] : null
          session.editing.set({ key: wordRef.key, offset: range?.[0] ?? 0 })
          return
        }
        const move = moveOf(event, directionAt(event.target))
        if (move === undefined) return
        const next =
          onWord && wordRef ? move(rows, wordRef) : (wordRef ?? firstWord(rows, firstVisible()))
        event.preventDefault()
        if (next) session.cursor.set({ ...next, focus: true, found: false })
      },
    }
  }, [session, rows, onPlay, firstVisible])
  return { handlers, firstVisible }
}

/** The direction of the text at the cursor; the language of the window may have another one. */
function directionAt(target: EventTarget): string {
  return target instanceof Element ? getComputedStyle(target).direction : 'ltr'
}
