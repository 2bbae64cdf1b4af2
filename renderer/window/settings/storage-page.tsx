import { messages } from '../../../preload/messages'
import { MarkdownCard } from './markdown-card'
import styles from './settings.module.css'

/** Where meetings are kept. */
export function StoragePage() {
  return (
    <div className={styles['page']}>
      <h1>{messages.settings.storage.title}</h1>
      <MarkdownCard />
    </div>
  )
}
