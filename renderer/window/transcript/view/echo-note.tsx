import { messages } from '../../../../common/text/window'
import { useParley } from '../../context'
import { useStore } from '../../../shared/store'
import styles from './echo-note.module.css'

/** The number of echoes at the end of the details, with a button that shows them. */
export function EchoNote() {
  const parley = useParley()
  const { echoes, showsEcho } = useStore(parley.transcript.open)
  if (echoes === 0) return null
  const text = messages.meeting.echo
  return (
    <>
      {' · '}
      {showsEcho ? text.shown(echoes) : text.hidden(echoes)}
      {' · '}
      <button
        type="button"
        className={styles['switch']}
        onClick={() => parley.transcript.showEcho(!showsEcho)}
      >
        {showsEcho ? text.hide : text.show}
      </button>
    </>
  )
}
