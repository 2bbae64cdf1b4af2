import { useEffect, useState } from 'react'
import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { Key } from '../components/kbd'
import { useParley } from '../context'
import styles from './buttons.module.css'
import { useStore } from '../stores/store'

const text = messages.meeting.notes
const markedForMs = 1_200

/** Marks the moment that is played, or recorded: `at` gives its ms, null for now. */
export function MarkButton({ at }: { readonly at: () => number | null }) {
  const { actions } = useParley()
  const [marked, setMarked] = useState(0)
  useEffect(() => {
    if (marked === 0) return
    const timer = setTimeout(() => setMarked(0), markedForMs)
    return () => clearTimeout(timer)
  }, [marked])
  const mark = () => {
    setMarked(marked + 1)
    void actions.mark(at())
  }
  return (
    <Button className={styles['mark']} aria-keyshortcuts="B" onClick={mark}>
      <span aria-live="polite">{marked > 0 ? text.marked : text.mark}</span>
      <Key name="B" />
    </Button>
  )
}

/** Shows the notes beside the script, and hides them. */
export function NotesButton() {
  const { notesShown } = useParley().stores
  const shown = useStore(notesShown)
  return (
    <Button aria-pressed={shown} aria-keyshortcuts="N" onClick={() => notesShown.set(!shown)}>
      {text.show}
    </Button>
  )
}
