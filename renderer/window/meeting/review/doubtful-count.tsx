import { useEffect, useState } from 'react'
import { messages } from '../../../../common/text/window'
import { count } from '../../format'
import { nextDoubtful, type Step } from '../../transcript/model/word-cursor'
import type { TranscriptSession } from '../../transcript/model/transcript-session'
import type { Row } from '../../transcript/model/rows'
import { doubtfulWords } from '../../transcript/model/turn-words'
import styles from './review.module.css'

/** How many turns are counted at a time while the page is idle; a long meeting has many words. */
const turnsAtOnce = 400

/** Goes to the next or previous word that the engine was not sure of. */
export function goToDoubtful(session: TranscriptSession, rows: readonly Row[], step: Step): void {
  const wordRef = nextDoubtful(rows, session.cursor.get(), step)
  if (wordRef) session.cursor.set({ ...wordRef, focus: true, found: true })
}

/** A button with the number of words that the engine was not sure of; it goes to the next one. */
export function DoubtfulCount({
  session,
  rows,
}: {
  session: TranscriptSession
  rows: readonly Row[]
}) {
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
        onClick={() => goToDoubtful(session, rows, 1)}
      >
        {text.unsure(words, count(words))}
      </button>
    </>
  )
}
