import { messages } from '../../../common/text/window'
import { useStore } from '../../shared/store'
import { Card } from '../components/card'
import { Page } from '../components/form'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'

const text = messages.settings.desktop

/** How Parley lives beside other programs. */
export function DesktopPage() {
  const { settings } = useParley()
  const current = useStore(settings.current)
  return (
    <Page title={text.title}>
      {current && (
        <Card spaced>
          <h2>{text.background}</h2>
          <SwitchRow
            label={text.startAtLogin}
            text={text.startAtLoginText}
            checked={current.startAtLogin}
            onChange={(startAtLogin) => void settings.save({ startAtLogin })}
          />
          <SwitchRow
            label={text.keepRunning}
            text={text.keepRunningText}
            checked={current.keepRunning}
            onChange={(keepRunning) => void settings.save({ keepRunning })}
          />
        </Card>
      )}
    </Page>
  )
}
