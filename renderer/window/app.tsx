import { CSPProvider } from '@base-ui/react/csp-provider'
import { DirectionProvider } from '@base-ui/react/direction-provider'
import { useEffect } from 'react'
import { appLanguage } from '../../common/text'
import { useSelected } from '../shared/store'
import { showComfort, showTheme } from '../shared/theme'
import styles from './app.module.css'
import { BinScreen } from './bin/bin-screen'
import { CallCard } from './calls/call-card'
import { ConsentLine } from './calls/consent-line'
import { CommandPalette } from './commands/palette'
import { ShortcutsDialog } from './commands/shortcuts-dialog'
import { useWindowKeys } from './commands/use-window-keys'
import { ErrorBoundary } from './components/error-boundary'
import { ParleyProvider, useParley } from './context'
import { QuestionPlace } from './components/question-card'
import { ForgottenCard } from './forgotten/forgotten-card'
import { DropZone } from './imports/drop-zone'
import { ReferenceScreen } from './keys/reference-screen'
import { MeetingPane } from './meeting/meeting-pane'
import type { View } from './navigation/store'
import { ImportFailures } from './imports/import-failures'
import { ActionNotice, ReadOnlyNotice } from './notices/notices'
import { ProxyDialog } from './proxy/proxy-dialog'
import { RecoveredLine } from './recovered/recovered-line'
import { SettingsScreen } from './settings/settings-screen'
import { SideBar } from './side-bar/side-bar'
import type { Parley } from './stores/parley'
import { UpdateLine } from './update/update-line'
import { LimitNotice } from './usage/limit-notice'

const screens: Record<View['screen'], () => React.ReactNode> = {
  meeting: MeetingPane,
  settings: SettingsScreen,
  'token-reference': ReferenceScreen,
  bin: BinScreen,
}

/** The whole window. */
export function App({ parley }: { readonly parley: Parley }) {
  return (
    // The policy of the page allows no style elements; their rules are in base.css.
    <CSPProvider disableStyleElements>
      <DirectionProvider direction={appLanguage.direction}>
        <ParleyProvider value={parley}>
          <Frame />
        </ParleyProvider>
      </DirectionProvider>
    </CSPProvider>
  )
}

function Frame() {
  const { navigation } = useParley()
  const screen = useSelected(navigation.view, (view) => view.screen)
  const Screen = screens[screen]
  useTheme()
  useWindowKeys()
  return (
    <div className={styles['window']}>
      <ErrorBoundary>
        <SideBar />
        <DropZone />
      </ErrorBoundary>
      <div className={styles['pane']}>
        <ReadOnlyNotice />
        <RecoveredLine />
        <UpdateLine />
        <ConsentLine />
        <ActionNotice />
        <ImportFailures />
        <LimitNotice />
        <ErrorBoundary key={screen}>
          <Screen />
        </ErrorBoundary>
      </div>
      <Questions />
      <ProxyDialog />
      <CommandPalette />
      <ShortcutsDialog />
    </div>
  )
}

/** Over the lower corner of the window, and over the bar of a recording. */
function Questions() {
  const { recording } = useParley()
  const raised = useSelected(recording.status, ({ state }) => state !== 'idle')
  return (
    <QuestionPlace raised={raised}>
      <ForgottenCard />
      <CallCard />
    </QuestionPlace>
  )
}

function useTheme(): void {
  const { settings } = useParley()
  const theme = useSelected(settings.current, (current) => current?.theme ?? 'system')
  const contrast = useSelected(settings.current, (current) => current?.contrast ?? 'system')
  const motion = useSelected(settings.current, (current) => current?.motion ?? 'system')
  useEffect(() => showTheme(theme), [theme])
  useEffect(() => showComfort({ contrast, motion }), [contrast, motion])
}
