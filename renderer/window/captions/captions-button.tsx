import { Popover } from '@base-ui/react/popover'
import clsx from 'clsx'
import { messages } from '../../../common/text/window'
import type { CaptionsSettings } from '../../../common/model'
import { Button } from '../components/button'
import buttonStyles from '../components/button.module.css'
import { Chevron } from '../components/icons'
import popupStyles from '../components/popup.module.css'
import { Select } from '../components/select'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import sourcesStyles from '../sources/sources.module.css'
import { useStore } from '../../shared/store'
import styles from '../meeting/live/live.module.css'

const text = messages.captions
const sizes = (['small', 'medium', 'large'] as const).map((value) => ({
  value,
  label: text.sizes[value],
}))

/** Opens and closes the captions. */
export function CaptionsButton() {
  const parley = useParley()
  const shown = useStore(parley.captions.shown)
  return (
    <div className={styles['captions']}>
      <Button
        aria-pressed={shown}
        aria-keyshortcuts="C"
        onClick={() => void parley.captions.show(!shown)}
      >
        {messages.meeting.live.captions}
      </Button>
      {shown && <MoreButton />}
    </div>
  )
}

/** The controls of the captions for the keyboard, and the switch that turns click-through off. */
function MoreButton() {
  const parley = useParley()
  const settings = useStore(parley.settings.current)
  if (settings === null) return null
  const { captions } = settings
  const change = (changed: Partial<CaptionsSettings>) =>
    void parley.settings.save({ captions: { ...captions, ...changed } })
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
            <div className={sourcesStyles['sources']}>
              <SwitchRow
                label={text.clickThrough}
                text={text.clickThroughText}
                checked={captions.clickThrough}
                onChange={(clickThrough) => change({ clickThrough })}
              />
              <SwitchRow
                label={text.clear}
                checked={captions.background === 'clear'}
                onChange={(clear) => change({ background: clear ? 'clear' : 'opaque' })}
              />
              <Select
                label={text.textSize}
                className={sourcesStyles['wide']}
                value={captions.size}
                options={sizes}
                onChange={(size) => change({ size })}
              />
              <Button title={text.keys} onClick={() => void parley.captions.show(true)}>
                {text.goThere}
              </Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
