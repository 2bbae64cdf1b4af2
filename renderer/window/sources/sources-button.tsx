import { Popover } from '@base-ui/react/popover'
import clsx from 'clsx'
import { messages } from '../../../common/text/window'
import buttonStyles from '../components/button.module.css'
import { Chevron } from '../components/icons'
import { useLandmark } from '../components/landmark'
import popupStyles from '../components/popup.module.css'
import { useParley } from '../context'
import { useStore } from '../../shared/store'
import { SourceSwitches } from './source-switches'
import styles from './sources.module.css'

/** Opens the switches for the sources during a recording. */
export function SourcesButton() {
  const settings = useStore(useParley().settings.current)
  const { trigger, around } = useLandmark()
  if (settings === null) return null
  const label = messages.meeting.live.sources
  return (
    <Popover.Root>
      <Popover.Trigger
        ref={trigger}
        className={clsx(buttonStyles['button'], popupStyles['trigger'])}
      >
        {label}
        <span className={popupStyles['chevron']}>
          <Chevron />
        </span>
      </Popover.Trigger>
      <Popover.Portal className={popupStyles['portal']} container={around}>
        <Popover.Positioner className={popupStyles['positioner']} sideOffset={6} align="start">
          <Popover.Popup className={clsx(popupStyles['popup'], styles['popup'])} aria-label={label}>
            <SourceSwitches settings={settings} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
