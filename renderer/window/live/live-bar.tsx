import clsx from 'clsx'
import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { CommandKey, Kbd } from '../components/kbd'
import { useParley } from '../context'
import paneStyles from '../meeting-pane.module.css'
import { MarkButton, NotesButton } from '../notes/buttons'
import { SourcesButton } from '../sources/sources-button'
import { useSelected } from '../stores/store'
import { CaptionsButton } from './captions-button'
import styles from './live.module.css'
import { usePauseKey } from './use-pause-key'
import { Wave } from './wave'

/** Under a running recording: Pause, its sources, its sound, and Stop. */
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
    <footer className={clsx(paneStyles['bar'], styles['bar'])}>
      <PauseButton isPaused={state === 'paused'} canPause={state !== 'starting'} />
      <MarkButton at={() => null} />
      <SourcesButton />
      {state === 'paused' ? (
        <p className={styles['paused']} role="status">
          {messages.meeting.live.pausedText}
        </p>
      ) : (
        <Wave />
      )}
      <NotesButton />
      <CaptionsButton />
      <Button look="rec" aria-keyshortcuts="Control+N" onClick={() => void actions.stopRecording()}>
        {messages.meeting.live.stop}
        <CommandKey letter="N" />
      </Button>
    </footer>
  )
}

interface PauseButtonProps {
  readonly isPaused: boolean
  readonly canPause: boolean
}

function PauseButton({ isPaused, canPause }: PauseButtonProps) {
  const { pauseOrResume } = useParley().actions
  const text = messages.meeting.live
  usePauseKey(pauseOrResume)
  return (
    <Button
      look={isPaused ? 'primary' : 'plain'}
      disabled={!canPause}
      aria-keyshortcuts="Space"
      onClick={() => void pauseOrResume()}
    >
      {isPaused ? text.resume : text.pause}
      <Kbd>{text.space}</Kbd>
    </Button>
  )
}
