import { messages } from '../../../preload/messages'
import { MarkdownCard } from './markdown-card'
import { SoundCard } from './sound-card'
import { SpaceCard } from './space-card'
import styles from './settings.module.css'

/** Where meetings are kept, and how much space they take. */
export function StoragePage() {
  return (
    <div className={styles['page']}>
      <h1>{messages.settings.storage.title}</h1>
      <SpaceCard />
      <SoundCard />
      <MarkdownCard />
    </div>
  )
}
