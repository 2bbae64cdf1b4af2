import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { CommandKey } from '../components/kbd'
import { useParley } from '../context'
import paneStyles from '../meeting-pane.module.css'
import { MarkButton, NotesButton } from '../notes/buttons'
import { useSelected } from '../stores/store'
import styles from './live.module.css'
import { Wave } from './wave'

/** Under a running recording: its sound, and Stop. */
export function LiveBar() {
  const { stores, actions } = useParley()
  const state = useSelected(stores.status, (status) => status.state)
  if (state === 'finishing') {
    return (
      <footer className={paneStyles['bar']}>
        <p className={styles['finishing']} role="status">
          {messages.meeting.live.finishingText}
        </p>
      </footer>
    )
  }
  return (
    <footer className={paneStyles['bar']}>
      <MarkButton at={() => null} />
      <Wave />
      <NotesButton />
      <Button look="rec" aria-keyshortcuts="Control+N" onClick={() => void actions.stopRecording()}>
        {messages.meeting.live.stop}
        <CommandKey letter="N" />
      </Button>
    </footer>
  )
}
