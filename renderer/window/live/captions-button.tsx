import { Popover } from '@base-ui/react/popover'
import clsx from 'clsx'
import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import buttonStyles from '../components/button.module.css'
import { Chevron } from '../components/icons'
import popupStyles from '../components/popup.module.css'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import sourcesStyles from '../sources/sources.module.css'
import { useStore } from '../stores/store'
import styles from './live.module.css'

/** Opens and closes the captions; beside it, what they themselves cannot take back. */
export function CaptionsButton() {
  const { stores, actions } = useParley()
  const shown = useStore(stores.captionsShown)
  return (
    <div className={styles['captions']}>
      <Button
        aria-pressed={shown}
        aria-keyshortcuts="C"
        onClick={() => void actions.showCaptions(!shown)}
      >
        {messages.meeting.live.captions}
      </Button>
      {shown && <MoreButton />}
    </div>
  )
}

function MoreButton() {
  const { stores, actions } = useParley()
  const settings = useStore(stores.settings)
  if (settings === null) return null
  const { captions } = settings
  const label = messages.meeting.live.captionsMore
  return (
    <Popover.Root>
      <Popover.Trigger
        className={clsx(buttonStyles['button'], popupStyles['trigger'])}
        aria-label={label}
        title={label}
        data-on={captions.clickThrough || undefined}
      >
        <Chevron />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={popupStyles['positioner']} sideOffset={6} align="end">
          <Popover.Popup
            className={clsx(popupStyles['popup'], sourcesStyles['popup'])}
            aria-label={label}
          >
            <SwitchRow
              label={messages.captions.clickThrough}
              text={messages.captions.clickThroughText}
              checked={captions.clickThrough}
              onChange={(clickThrough) =>
                void actions.saveSettings({ captions: { ...captions, clickThrough } })
              }
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
