import { messages } from '../../../preload/messages'
import { useParley } from '../context'
import { useStore } from '../stores/store'
import { AddKey } from './add-key'
import { KeyCard } from './key-card'
import styles from './settings.module.css'
import { TryToken } from './try-token'

/** Keys: which there are, whether they work, a new one, and a token to try. */
export function KeysPage() {
  const { stores } = useParley()
  const list = useStore(stores.keys)
  if (list === null) return null
  const text = messages.keys
  return (
    <div className={styles['page']}>
      <div>
        <h1>{text.title}</h1>
        <p className={styles['sub']}>{text.intro(list.keychain.name)}</p>
      </div>
      {list.keys.map((key) => (
        <KeyCard key={key.id} info={key} />
      ))}
      {list.keys.length === 0 && <p className={styles['sub']}>{text.none}</p>}
      <AddKey suggestName={list.keys.length === 0} />
      <TryToken hasKey={list.keys.some((key) => key.inUse)} />
    </div>
  )
}
