import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useStore } from '../stores/store'
import { covers, offsetAt, textRange } from './dom-text'
import type { At } from '../stores/stores'
import { endOfTurn, firstPlace, indexOfRow, type Place } from './places'
import { rowAt, spokenAt } from './spoken'
import type { Reader } from './reader'
import type { Row } from './rows'
import { moveOf } from './word-keys'
import { wordAtOffset, wordRanges, wordsOf, type WordRange } from './words'

interface WordsOptions {
  readonly reader: Reader
  readonly rows: readonly Row[]
  readonly scroller: HTMLElement | null
  readonly reveal: (index: number, range: WordRange) => void
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
  /** The first row of which something can be seen. */
  readonly firstVisible: () => number
}

/** The word at a place that was asked for from elsewhere, or the nearest that there is. */
export function placeAt(rows: readonly Row[], at: At): Place | null {
  if ('turn' in at) {
    const row = rows[indexOfRow(rows, at.turn)]
    if (row?.kind !== 'turn') return null
    return wordRanges(row.turn)[at.word]
      ? { key: row.key, word: at.word }
      : endOfTurn(rows, { key: row.key, word: 0 }, 0)
  }
  return spokenAt(rows, at.ms) ?? firstPlace(rows, Math.max(0, rowAt(rows, at.ms)))
}

/** When a word begins; the turn's own beginning for a turn that came without words. */
export function startOf(rows: readonly Row[], place: Place): number {
  const row = rows[indexOfRow(rows, place.key)]
  if (row?.kind !== 'turn') return row?.startMs ?? 0
  return wordsOf(row.turn)[place.word]?.startMs ?? row.startMs
}

/** Whoever writes goes on writing. */
const typing = 'textarea, input:not([type="radio"])'
const hoverName = 'script-hover'

/** Goes among the words with the keyboard and plays from them, by key or click. */
export function useWords({ reader, rows, scroller, reveal, onPlay }: WordsOptions): Words {
  const cursor = useStore(reader.cursor)
  const cursorMs = useRef(0)

  useEffect(() => {
    if (cursor === null) return
    const row = rows[indexOfRow(rows, cursor.key)]
    if (row?.kind === 'turn' && (row.turn.words === null || wordRanges(row.turn)[cursor.word])) {
      cursorMs.current = startOf(rows, cursor)
      return
    }
    // A correction took the word out of its turn: the keyboard stays with what is said then.
    const place = placeAt(rows, { ms: cursorMs.current })
    const focus = cursor.focus && document.activeElement?.matches(typing) !== true
    reader.cursor.set(place && { ...place, focus, found: false })
  }, [reader, cursor, rows])

  useEffect(() => {
    const index = cursor === null ? -1 : indexOfRow(rows, cursor.key)
    const row = rows[index]
    const range = row?.kind === 'turn' && cursor ? wordRanges(row.turn)[cursor.word] : null
    if (range) reveal(index, range)
    // The place is gone to when it changes, not when rows do.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cursor, scroller])

  const firstVisible = useCallback((): number => {
    const top = scroller?.getBoundingClientRect().top ?? 0
    const seen = [...reader.texts.entries()]
      .filter(([, text]) => text.getBoundingClientRect().bottom > top)
      .map(([key]) => indexOfRow(rows, key))
    return Math.max(0, Math.min(...seen, rows.length))
  }, [reader, rows, scroller])

  const handlers = useMemo(() => {
    /** The word under the pointer. */
    const wordUnder = (event: MouseEvent): (Place & { range: Range }) | null => {
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
    const play = (place: Place) => {
      onPlay()
      reader.player?.playFrom(startOf(rows, place))
    }
    return {
      onClick: (event: MouseEvent) => {
        // The end of marking text is no click on a word.
        if (event.button !== 0 || document.getSelection()?.isCollapsed === false) return
        const found = wordUnder(event)
        if (found === null) return
        reader.cursor.set({ key: found.key, word: found.word, focus: true, found: false })
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
        reader.player?.pause()
        document.getSelection()?.removeAllRanges()
        reader.editing.set({ key: row.key, offset: wordRanges(row.turn)[found.word]?.[0] ?? 0 })
      },
      onContextMenu: (event: MouseEvent) => {
        // By the key it is on the word that has the keyboard, by the mouse on the one under it.
        const onWord = (event.target as Element).closest('[data-word]')
        const here = reader.cursor.get()
        const found: Place | null = wordUnder(event) ?? (onWord ? here : null)
        if (!found || document.getSelection()?.isCollapsed === false) return
        event.preventDefault()
        const { key, word } = found
        reader.cursor.set({ key, word, focus: false, found: false })
        const anchor = reader.texts.get(key)
        if (anchor) reader.menu.set({ key, word, anchor: onWord ?? anchor })
      },
      onPointerLeave: () => void CSS.highlights.delete(hoverName),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.target instanceof HTMLTextAreaElement) return
        const onWord = (event.target as Element).closest('[data-word]') !== null
        const place = reader.cursor.get()
        if (event.key === 'Enter' && onWord && place && !event.ctrlKey && !event.metaKey) {
          event.preventDefault()
          play(place)
          return
        }
        if (event.key === 'F2' && place) {
          event.preventDefault()
          const row = rows[indexOfRow(rows, place.key)]
          const range = row?.kind === 'turn' ? wordRanges(row.turn)[place.word] : null
          reader.editing.set({ key: place.key, offset: range?.[0] ?? 0 })
          return
        }
        const move = moveOf(event)
        if (move === undefined) return
        const next =
          onWord && place ? move(rows, place) : (place ?? firstPlace(rows, firstVisible()))
        event.preventDefault()
        if (next) reader.cursor.set({ ...next, focus: true, found: false })
      },
    }
  }, [reader, rows, onPlay, firstVisible])
  return { handlers, firstVisible }
}
