import { Tabs } from '@base-ui/react/tabs'
import { messages } from '../../../common/text/window'
import { ErrorBoundary } from '../components/error-boundary'
import { useParley } from '../context'
import { useSelected } from '../../shared/store'
import type { SettingsTab } from '../navigation/store'
import { AboutPage } from '../about/about-page'
import { ChatPage } from '../chat/chat-page'
import { AppearancePage } from './appearance-page'
import { AudioPage } from './audio-page'
import { KeysPage } from '../keys/keys-page'
import { ModelsPage } from '../models/models-page'
import styles from './settings.module.css'
import { CalendarPage } from '../calendar/calendar-page'
import { CallsPage } from '../calls/calls-page'
import { DesktopPage } from '../desktop/desktop-page'
import { ShortcutsPage } from '../shortcuts/shortcuts-page'
import { StoragePage } from '../storage/storage-page'
import { TranscriptionPage } from './transcription-page'

const pages: Record<SettingsTab, () => React.ReactNode> = {
  keys: KeysPage,
  transcription: TranscriptionPage,
  models: ModelsPage,
  summaries: ChatPage,
  audio: AudioPage,
  calendar: CalendarPage,
  calls: CallsPage,
  storage: StoragePage,
  appearance: AppearancePage,
  shortcuts: ShortcutsPage,
  desktop: DesktopPage,
  about: AboutPage,
}
const tabs = Object.keys(pages) as SettingsTab[]

/** The settings: a list of pages on the left, the chosen page on the right. */
export function SettingsScreen() {
  const parley = useParley()
  const tab = useSelected(parley.navigation.view, (view) =>
    view.screen === 'settings' ? view.tab : 'keys',
  )
  return (
    <main className={styles['screen']}>
      <Tabs.Root
        className={styles['tabs']}
        orientation="vertical"
        value={tab}
        onValueChange={(next: SettingsTab) => parley.navigation.openSettings(next)}
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
