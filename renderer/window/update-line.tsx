import { messages } from '../../preload/messages'
import { Button } from './components/button'
import { useParley } from './context'
import styles from './recovered-line.module.css'
import { useSelected, useStore } from './stores/store'

const text = messages.shell.update

/** One quiet line that offers to restart into a new version; never while something is recorded. */
export function UpdateLine() {
  const { stores, actions } = useParley()
  const { stage, version } = useStore(stores.update)
  const later = useStore(stores.updateLater)
  const idle = useSelected(stores.status, (status) => status.state === 'idle')
  if (stage !== 'ready' || version === null || version === later || !idle) return null
  return (
    <section className={styles['line']} aria-label={text.label}>
      <p>{text.ready(version)}</p>
      <div className={styles['buttons']}>
        <Button look="quiet" onClick={() => void actions.restartToUpdate()}>
          {text.restart}
        </Button>
        <Button look="quiet" onClick={() => stores.updateLater.set(version)}>
          {text.later}
        </Button>
      </div>
    </section>
  )
}
