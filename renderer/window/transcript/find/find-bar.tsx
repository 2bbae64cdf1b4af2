import { useEffect, useMemo, useRef } from 'react'
import { messages } from '../../../../common/text/window'
import { Button } from '../../components/button'
import { Close, Down, Up } from '../../components/icons'
import { count } from '../../format'
import { useStore } from '../../../shared/store'
import { textRange } from '../view/dom-text'
import { keepHighlighted } from '../view/text-highlights'
import { findAll, hitFrom, hitNumber, notFinding, type Hit } from './find'
import styles from './find-bar.module.css'
import type { TranscriptSession } from '../model/transcript-session'
import type { Row } from '../model/rows'
import { wordAtOffset, type WordRange } from '../model/turn-words'

interface FindBarProps {
  readonly session: TranscriptSession
  readonly rows: readonly Row[]
  /** Scrolls a range of text into view. */
  readonly scrollToWord: (index: number, range: WordRange) => void
  /** The first visible row, where the search starts. */
  readonly firstVisible: () => number
}

/** Finds text in the whole meeting, although the page holds only the visible rows. */
export function FindBar({ session, rows, scrollToWord, firstVisible }: FindBarProps) {
  const find = useStore(session.find)
  const field = useRef<HTMLInputElement>(null)
  const hits = useMemo(() => findAll(rows, find.query), [rows, find.query])
  const number = hitNumber(find.at, hits.length)
  const now = hits[number]
  useHighlights(session, hits, now)

  const change = (query: string) => {
    const at = hitFrom(findAll(rows, query), firstVisible())
    session.find.set({ ...find, query, at })
  }
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
    // Opened again with the last text, the search starts at the visible rows.
    if (find.at === null) change(find.query)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [find.asked])
  useEffect(() => {
    if (now) scrollToWord(now.index, now.range)
    // Scrolls when a person goes to a match, not each time the transcript grows.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [find.at, find.query])

  const step = (by: 1 | -1) => session.find.set({ ...find, at: (find.at ?? 0) + by })
  const close = () => {
    session.find.set({ ...notFinding, query: find.query })
    const row = now && rows[now.index]
    if (row?.kind !== 'turn') return
    const word = Math.max(0, wordAtOffset(row.turn, now?.range[0] ?? 0))
    session.cursor.set({ key: row.key, word, focus: true, found: false })
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

/** Highlights the matches in the rows on the page, and updates them as rows come and go. */
function useHighlights(
  session: TranscriptSession,
  hits: readonly Hit[],
  now: Hit | undefined,
): void {
  useEffect(() => {
    const byRow = new Map<string, Hit[]>()
    for (const hit of hits) byRow.set(hit.key, [...(byRow.get(hit.key) ?? []), hit])
    return keepHighlighted(session, () => {
      const all: Range[] = []
      const one: Range[] = []
      for (const [key, text] of session.texts.entries()) {
        for (const hit of byRow.get(key) ?? []) {
          const range = textRange(text, hit.range)
          if (range) (hit === now ? one : all).push(range)
        }
      }
      return { matches: all, 'current-match': one }
    })
  }, [session, hits, now])
}
