import { messages } from '../../../preload/messages'
import type { Settings } from '../../../preload/model'
import { Card } from '../components/card'
import { useParley } from '../context'
import { useSelected } from '../stores/store'
import { Choices } from './choice'
import styles from './settings.module.css'

const text = messages.settings.appearance
const themes = Object.entries(text.themes).map(([value, name]) => ({
  value: value as Settings['theme'],
  name,
}))

/** Light, dark, or as the system. */
export function AppearancePage() {
  const { stores, actions } = useParley()
  const theme = useSelected(stores.settings, (settings) => settings?.theme ?? 'system')
  return (
    <div className={styles['page']}>
      <h1>{text.title}</h1>
      <Card>
        <h2>{text.theme}</h2>
        <Choices
          label={text.theme}
          value={theme}
          choices={themes}
          onChange={(next) => void actions.saveSettings({ theme: next })}
        />
      </Card>
    </div>
  )
}
