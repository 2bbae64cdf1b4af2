import { useEffect, useState } from 'react'
import { messages } from '../../../../common/text/window'
import { Button } from '../../components/button'
import { DoneLabel } from '../../components/done-label'
import { Key } from '../../components/kbd'
import { useParley } from '../../context'
import styles from './buttons.module.css'

const text = messages.meeting.notes
const markedForMs = 1_200

/** Marks the current moment: `at` gives its time in ms, or null for now in a running recording. */
export function MarkButton({ at }: { readonly at: () => number | null }) {
  const parley = useParley()
  const [marked, setMarked] = useState(0)
  useEffect(() => {
    if (marked === 0) return
    const timer = setTimeout(() => setMarked(0), markedForMs)
    return () => clearTimeout(timer)
  }, [marked])
  const mark = () => {
    setMarked(marked + 1)
    void parley.annotations.mark(at())
  }
  return (
    <Button className={styles['mark']} aria-keyshortcuts="B" onClick={mark}>
      <DoneLabel isDone={marked > 0} label={text.mark} done={text.marked} />
      <Key name="B" />
    </Button>
  )
}
