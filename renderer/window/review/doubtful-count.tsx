import { useEffect, useState } from 'react'
import { messages } from '../../../preload/messages'
import { count } from '../format'
import { nextDoubtful, type Step } from '../script/places'
import type { Reader } from '../script/reader'
import type { Row } from '../script/rows'
import { doubtfulWords } from '../script/words'
import styles from './review.module.css'

/** Counted so many turns at a time, between other work: words of a long meeting are many. */
const turnsAtOnce = 400

/** Goes to the next word that the engine was not sure of, or the one before. */
export function goToDoubtful(reader: Reader, rows: readonly Row[], step: Step): void {
  const place = nextDoubtful(rows, reader.cursor.get(), step)
  if (place) reader.cursor.set({ ...place, focus: true, found: true })
}

/** How many words of the meeting the engine was not sure of; goes to the next one. */
export function DoubtfulCount({ reader, rows }: { reader: Reader; rows: readonly Row[] }) {
  const [words, setWords] = useState(0)
  useEffect(() => {
    let found = 0
    let idle = 0
    const look = (from: number) => {
      for (const row of rows.slice(from, from + turnsAtOnce)) {
        if (row.kind === 'turn') found += doubtfulWords(row.turn).length
      }
      if (from + turnsAtOnce < rows.length) {
        idle = requestIdleCallback(() => look(from + turnsAtOnce))
      } else setWords(found)
    }
    idle = requestIdleCallback(() => look(0))
    return () => cancelIdleCallback(idle)
  }, [rows])
  if (words === 0) return null
  const text = messages.meeting.review
  return (
    <>
      {' · '}
      <button
        type="button"
        className={styles['unsure']}
        title={text.unsureNext}
        onClick={() => goToDoubtful(reader, rows, 1)}
      >
        {text.unsure(words, count(words))}
      </button>
    </>
  )
}
