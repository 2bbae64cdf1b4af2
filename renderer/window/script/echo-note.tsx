import { messages } from '../../../preload/messages'
import { useParley } from '../context'
import { useStore } from '../stores/store'
import styles from './echo-note.module.css'

/** At the end of a line of facts: how many turns are echo, and a quiet way to see them. */
export function EchoNote() {
  const { stores } = useParley()
  const { echoes, showsEcho } = useStore(stores.transcript.open)
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
        onClick={() => stores.transcript.showEcho(!showsEcho)}
      >
        {showsEcho ? text.hide : text.show}
      </button>
    </>
  )
}
