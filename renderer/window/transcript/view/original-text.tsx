import { messages } from '../../../../common/text/window'
import { useSelected } from '../../../shared/store'
import { useParley } from '../../context'
import { originalText, toggleOriginal } from '../model/original-text'
import type { TranscriptSession } from '../model/transcript-session'
import type { TranscriptTurn } from '../model/turn-words'
import styles from './transcript.module.css'

interface OriginalTextProps {
  readonly rowKey: string
  readonly turn: TranscriptTurn
  readonly session: TranscriptSession
}

/** A button under the time of a corrected turn; it shows the original text. */
export function CorrectedNote({ rowKey, session }: Omit<OriginalTextProps, 'turn'>) {
  const { corrections } = useParley()
  const corrected = useSelected(corrections.state, (state) => state.corrected.has(rowKey))
  const shown = useSelected(session.originalShown, (keys) => keys.has(rowKey))
  if (!corrected) return null
  const text = messages.meeting.edit
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['at']}
      aria-expanded={shown}
      title={shown ? text.hideOriginal : text.showOriginal}
      onClick={() => toggleOriginal(session, rowKey, corrections.loadOriginal)}
    >
      {text.corrected}
    </button>
  )
}

/** The original text, under the corrected text of a turn. */
export function OriginalText({ rowKey, turn, session }: OriginalTextProps) {
  const { corrections } = useParley()
  const shown = useSelected(session.originalShown, (keys) => keys.has(rowKey))
  const original = useSelected(corrections.state, (state) => (shown ? state.original : null))
  if (original === null) return null
  const text = originalText(original, turn)
  return <p className={styles['original']}>{messages.meeting.edit.original(text)}</p>
}
