import { CSPProvider } from '@base-ui/react/csp-provider'
import { useEffect } from 'react'
import { showTheme } from '../shared/theme'
import styles from './app.module.css'
import { BinScreen } from './bin/bin-screen'
import { Banner } from './components/banner'
import { DropZone } from './drop-zone'
import { ErrorBoundary } from './components/error-boundary'
import { ParleyProvider, useParley, type Parley } from './context'
import { MeetingPane } from './meeting-pane'
import { ReferenceScreen } from './settings/reference-screen'
import { RecoveredLine } from './recovered-line'
import { SettingsScreen } from './settings/settings-screen'
import { SideBar } from './side-bar/side-bar'
import { UpdateLine } from './update-line'
import { useSelected, useStore } from './stores/store'

/** The whole window. */
export function App({ parley }: { readonly parley: Parley }) {
  return (
    // The policy of the page allows no style elements; the rules that they would hold stand in app.module.css.
    <CSPProvider disableStyleElements>
      <ParleyProvider value={parley}>
        <Shell />
      </ParleyProvider>
    </CSPProvider>
  )
}

function Shell() {
  const { stores } = useParley()
  const screen = useSelected(stores.view, (view) => view.screen)
  useTheme()
  useSearchKey()
  return (
    <div className={styles['window']}>
      <ErrorBoundary>
        <SideBar />
        <DropZone />
      </ErrorBoundary>
      <div className={styles['pane']}>
        <ReadOnly />
        <RecoveredLine />
        <UpdateLine />
        <Notice />
        <ErrorBoundary key={screen}>
          {screen === 'meeting' && <MeetingPane />}
          {screen === 'settings' && <SettingsScreen />}
          {screen === 'reference' && <ReferenceScreen />}
          {screen === 'bin' && <BinScreen />}
        </ErrorBoundary>
      </div>
    </div>
  )
}

/** As long as the library cannot be changed. */
function ReadOnly() {
  const error = useStore(useParley().stores.readOnly)
  return error && <Banner error={error} />
}

function Notice() {
  const { stores, actions } = useParley()
  const error = useStore(stores.notice)
  return error && <Banner error={error} onClose={actions.closeNotice} />
}

/** Ctrl K, and ⌘ K on a Mac, from anywhere in the window. */
function useSearchKey(): void {
  const { search } = useParley().stores
  useEffect(() => {
    const look = (event: KeyboardEvent) => {
      const command = event.ctrlKey !== event.metaKey
      if (!command || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
      // The menu has this key too.
      event.preventDefault()
      search.askForField()
    }
    window.addEventListener('keydown', look)
    return () => window.removeEventListener('keydown', look)
  }, [search])
}

function useTheme(): void {
  const { stores } = useParley()
  const theme = useSelected(stores.settings, (settings) => settings?.theme ?? 'system')
  useEffect(() => showTheme(theme), [theme])
}
