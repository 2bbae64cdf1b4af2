import { useEffect } from 'react'
import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { useParley } from '../context'
import { useStore } from '../stores/store'
import styles from './bin.module.css'

const shownMs = 12_000

/** Says for a while which meeting went to the bin, and takes it back. */
export function JustBinned() {
  const { stores, actions } = useParley()
  const meeting = useStore(stores.justBinned)
  useEffect(() => {
    if (meeting === null) return
    const timer = setTimeout(() => stores.justBinned.set(null), shownMs)
    return () => clearTimeout(timer)
  }, [meeting, stores])
  return (
    <div role="status" className={meeting ? styles['just'] : undefined}>
      {meeting && (
        <>
          <p className={styles['justText']}>{messages.library.bin.moved(meeting.title)}</p>
          <Button look="quiet" onClick={() => void actions.restoreMeeting(meeting.id)}>
            {messages.library.bin.undo}
          </Button>
        </>
      )}
    </div>
  )
}
