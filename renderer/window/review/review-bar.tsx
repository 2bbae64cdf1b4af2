import type { RefCallback } from 'react'
import { messages } from '../../../preload/messages'
import type { Meeting } from '../../../preload/model'
import paneStyles from '../meeting-pane.module.css'
import styles from './review.module.css'

export interface ReviewBarProps {
  readonly meeting: Meeting
  /** The ref of the player of this meeting. */
  readonly attach: RefCallback<HTMLAudioElement>
}

/** Under a finished meeting: its sound, in the browser's own player. */
export function ReviewBar({ meeting, attach }: ReviewBarProps) {
  const source = meeting.audio.find(({ samples }) => samples > 0)?.source
  return (
    <footer className={paneStyles['bar']}>
      {source === undefined ? (
        <p className={styles['noSound']}>{messages.meeting.review.noSound}</p>
      ) : (
        <audio
          ref={attach}
          className={styles['player']}
          controls
          controlsList="nodownload"
          preload="metadata"
          aria-label={messages.meeting.review.player}
          src={`media://meeting/${meeting.id}/${source}.wav`}
        />
      )}
    </footer>
  )
}
