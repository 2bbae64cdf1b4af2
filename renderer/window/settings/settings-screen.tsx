import { Tabs } from '@base-ui/react/tabs'
import { messages } from '../../../preload/messages'
import { ErrorBoundary } from '../components/error-boundary'
import { useParley } from '../context'
import { useSelected } from '../stores/store'
import type { SettingsTab } from '../stores/stores'
import { AboutPage } from './about-page'
import { AppearancePage } from './appearance-page'
import { AudioPage } from './audio-page'
import { KeysPage } from './keys-page'
import styles from './settings.module.css'
import { StoragePage } from './storage-page'
import { TranscriptionPage } from './transcription-page'

const pages: Record<SettingsTab, () => React.ReactNode> = {
  keys: KeysPage,
  transcription: TranscriptionPage,
  audio: AudioPage,
  storage: StoragePage,
  appearance: AppearancePage,
  about: AboutPage,
}
const tabs = Object.keys(pages) as SettingsTab[]

/** The settings: the pages at the left, one of them at the right. */
export function SettingsScreen() {
  const { stores, actions } = useParley()
  const tab = useSelected(stores.view, (view) => (view.screen === 'settings' ? view.tab : 'keys'))
  return (
    <main className={styles['screen']}>
      <Tabs.Root
        className={styles['tabs']}
        orientation="vertical"
        value={tab}
        onValueChange={(next: SettingsTab) => actions.openSettings(next)}
      >
        <Tabs.List className={styles['list']} aria-label={messages.settings.label} activateOnFocus>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name} className={styles['tab']}>
              {messages.settings.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((name) => {
          const Page = pages[name]
          return (
            <Tabs.Panel key={name} value={name} className={styles['panel']}>
              <ErrorBoundary>
                <Page />
              </ErrorBoundary>
            </Tabs.Panel>
          )
        })}
      </Tabs.Root>
    </main>
  )
}
