import { useEffect, useMemo, useRef } from 'react'
import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { Close, Down, Up } from '../components/icons'
import { count } from '../format'
import { useStore } from '../stores/store'
import { textRange } from './dom-text'
import { findAll, hitFrom, hitNumber, notFinding, type Hit } from './find'
import styles from './find-bar.module.css'
import type { Reader } from './reader'
import type { Row } from './rows'
import { wordAtOffset, type WordRange } from './words'

interface FindBarProps {
  readonly reader: Reader
  readonly rows: readonly Row[]
  /** Brings a stretch of text into sight. */
  readonly reveal: (index: number, range: WordRange) => void
  /** The first row that can be seen: the search begins there. */
  readonly firstVisible: () => number
}

/** Finds in the whole meeting, of which the page holds only what can be seen. */
export function FindBar({ reader, rows, reveal, firstVisible }: FindBarProps) {
  const find = useStore(reader.find)
  const field = useRef<HTMLInputElement>(null)
  const hits = useMemo(() => findAll(rows, find.query), [rows, find.query])
  const number = hitNumber(find.at, hits.length)
  const now = hits[number]
  useHighlights(reader, hits, now)

  const change = (query: string) => {
    const at = hitFrom(findAll(rows, query), firstVisible())
    reader.find.set({ ...find, query, at })
  }
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
    // Opened with what was looked for last, it begins at what can be seen now.
    if (find.at === null) change(find.query)
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [find.asked])
  useEffect(() => {
    if (now) reveal(now.index, now.range)
    // A hit is shown when it is gone to, not each time that the script grows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [find.at, find.query])

  const step = (by: 1 | -1) => reader.find.set({ ...find, at: (find.at ?? 0) + by })
  const close = () => {
    reader.find.set({ ...notFinding, query: find.query })
    const row = now && rows[now.index]
    if (row?.kind !== 'turn') return
    const word = Math.max(0, wordAtOffset(row.turn, now?.range[0] ?? 0))
    reader.cursor.set({ key: row.key, word, focus: true, found: false })
  }
  const text = messages.meeting.find
  const outcome =
    find.query.trim() === ''
      ? ''
      : hits.length === 0
        ? text.none
        : text.count(count(number + 1), count(hits.length))
  return (
    <search className={styles['bar']}>
      <input
        ref={field}
        className={styles['field']}
        type="text"
        aria-label={text.label}
        placeholder={text.label}
        value={find.query}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') close()
          else return
          event.preventDefault()
        }}
      />
      <span className={styles['count']} role="status">
        {outcome}
      </span>
      <Button
        look="quiet"
        aria-label={text.previous}
        title={text.previous}
        onClick={() => step(-1)}
      >
        <Up />
      </Button>
      <Button look="quiet" aria-label={text.next} title={text.next} onClick={() => step(1)}>
        <Down />
      </Button>
      <Button look="quiet" aria-label={text.close} title={text.close} onClick={close}>
        <Close />
      </Button>
    </search>
  )
}

/** Marks the hits of the rows that are in the page, and again when rows come and go. */
function useHighlights(reader: Reader, hits: readonly Hit[], now: Hit | undefined): void {
  useEffect(() => {
    const byRow = new Map<string, Hit[]>()
    for (const hit of hits) byRow.set(hit.key, [...(byRow.get(hit.key) ?? []), hit])
    let frame = 0
    const draw = () => {
      const all: Range[] = []
      const one: Range[] = []
      for (const [key, text] of reader.texts.entries()) {
        for (const hit of byRow.get(key) ?? []) {
          const range = textRange(text, hit.range)
          if (range) (hit === now ? one : all).push(range)
        }
      }
      CSS.highlights.set('script-found', new Highlight(...all))
      CSS.highlights.set('script-found-now', new Highlight(...one))
    }
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    }
    draw()
    const stop = reader.texts.subscribe(later)
    return () => {
      stop()
      cancelAnimationFrame(frame)
      CSS.highlights.delete('script-found')
      CSS.highlights.delete('script-found-now')
    }
  }, [reader, hits, now])
}
