import { useEffect } from 'react'
import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { useParley } from '../context'
import { useStore } from '../../shared/store'
import styles from './bin.module.css'

const shownMs = 12_000

/** Says for a while which meeting was moved to the bin, with an Undo button. */
export function JustBinned() {
  const parley = useParley()
  const meeting = useStore(parley.bin.justMoved)
  useEffect(() => {
    if (meeting === null) return
    const timer = setTimeout(() => parley.bin.justMoved.set(null), shownMs)
    return () => clearTimeout(timer)
  }, [meeting, parley])
  return (
    <div role="status" className={meeting ? styles['just'] : undefined}>
      {meeting && (
        <>
          <p className={styles['justText']}>{messages.library.bin.moved(meeting.title)}</p>
          <Button look="quiet" onClick={() => void parley.bin.restore(meeting.id)}>
            {messages.library.bin.undo}
          </Button>
        </>
      )}
    </div>
  )
}
