import { messages } from '../../../preload/messages'
import { useParley } from '../context'
import { useSelected } from '../stores/store'
import { heardText, toggleHeard } from './heard-text'
import type { Reader } from './reader'
import styles from './script.module.css'
import type { ScriptTurn } from './words'

interface HeardProps {
  readonly rowKey: string
  readonly turn: ScriptTurn
  readonly reader: Reader
}

/** Under the time of a turn that was corrected: says so, and shows what was heard. */
export function CorrectedNote({ rowKey, reader }: Omit<HeardProps, 'turn'>) {
  const { stores, actions } = useParley()
  const corrected = useSelected(stores.beside, (beside) => beside.corrected.has(rowKey))
  const shown = useSelected(reader.heard, (heard) => heard.has(rowKey))
  if (!corrected) return null
  const text = messages.meeting.edit
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['at']}
      aria-expanded={shown}
      title={shown ? text.hideHeard : text.showHeard}
      onClick={() => toggleHeard(reader, rowKey, actions.readHeard)}
    >
      {text.corrected}
    </button>
  )
}

/** Under the words of a turn: those that were heard in their place. */
export function Heard({ rowKey, turn, reader }: HeardProps) {
  const { stores } = useParley()
  const shown = useSelected(reader.heard, (heard) => heard.has(rowKey))
  const heard = useSelected(stores.beside, (beside) => (shown ? beside.heard : null))
  if (heard === null) return null
  return <p className={styles['heard']}>{messages.meeting.edit.heard(heardText(heard, turn))}</p>
}
