import { useEffect } from 'react'
import clsx from 'clsx'
import { messages } from '../../../../common/text/window'
import { Button } from '../../components/button'
import { Microphone } from '../../components/icons'
import { CommandKey, Kbd } from '../../components/kbd'
import { useParley } from '../../context'
import paneStyles from '../meeting-pane.module.css'
import { MarkButton } from '../notes/buttons'
import { SideButton } from '../side/side-buttons'
import { SourcesButton } from '../../sources/sources-button'
import { useSelected } from '../../../shared/store'
import { EndTimeButton } from '../../forgotten/end-time-button'
import { CaptionsButton } from '../../captions/captions-button'
import styles from './live.module.css'
import { isPauseKey } from './pause-key'
import { Wave } from './wave'

/** The bar under a running recording: Pause, the sources, the wave, and Stop. */
export function LiveBar() {
  const parley = useParley()
  const state = useSelected(parley.recording.status, (status) => status.state)
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
      <MuteButton />
      {state === 'paused' ? (
        <p className={styles['paused']} role="status">
          {messages.meeting.live.pausedText}
        </p>
      ) : (
        <Wave />
      )}
      <SideButton tab="notes" />
      <CaptionsButton />
      <div className={styles['split']}>
        <Button
          look="rec"
          aria-keyshortcuts="Control+N"
          onClick={() => void parley.recording.stop()}
        >
          {messages.meeting.live.stop}
          <CommandKey letter="N" />
        </Button>
        <EndTimeButton />
      </div>
    </footer>
  )
}

interface PauseButtonProps {
  readonly isPaused: boolean
  readonly canPause: boolean
}

function PauseButton({ isPaused, canPause }: PauseButtonProps) {
  const { pauseOrResume } = useParley().recording
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

/** Mutes a person's own side. Without a microphone there is nothing to mute. */
function MuteButton() {
  const { recording, settings } = useParley()
  const muted = useSelected(recording.status, (status) => status.muted)
  const hasMicrophone = useSelected(
    settings.current,
    (current) => current?.sources.microphone ?? false,
  )
  return (
    <Button
      aria-pressed={muted}
      title={messages.meeting.live.muteText}
      aria-keyshortcuts="Control+Shift+M"
      disabled={!hasMicrophone && !muted}
      onClick={() => void recording.muteOrUnmute()}
    >
      <Microphone muted={muted} />
      {messages.meeting.live.mute}
    </Button>
  )
}

/** Space pauses and resumes while the calling component is mounted. */
function usePauseKey(pauseOrResume: () => Promise<void>): void {
  useEffect(() => {
    // The recording was started a moment ago, usually with the mouse.
    let byPointer = true
    const onPointer = () => (byPointer = true)
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Tab') byPointer = false
      if (!isPauseKey(event, byPointer)) return
      event.preventDefault()
      void pauseOrResume()
    }
    window.addEventListener('pointerdown', onPointer, true)
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('pointerdown', onPointer, true)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [pauseOrResume])
}
