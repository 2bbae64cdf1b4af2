import { Menu } from '@base-ui/react/menu'
import clsx from 'clsx'
import { messages } from '../../../preload/messages'
import type { Meeting } from '../../../preload/model'
import buttonStyles from '../components/button.module.css'
import { Dots } from '../components/icons'
import { useLandmark } from '../components/landmark'
import popupStyles from '../components/popup.module.css'
import { useParley } from '../context'
import { useSelected } from '../stores/store'

const text = messages.library.menu

interface MeetingItemsProps {
  readonly meeting: Meeting
}

/** What can be done with a meeting, as the items of a menu. */
export function MeetingItems({ meeting }: MeetingItemsProps) {
  const { stores, actions } = useParley()
  const readOnly = useSelected(stores.readOnly, (error) => error !== null)
  const running = meeting.state === 'recording' || meeting.state === 'finishing'
  return (
    <>
      <Menu.Item
        className={popupStyles['item']}
        disabled={readOnly}
        onClick={() => actions.startRenaming(meeting.id)}
      >
        {text.rename}
      </Menu.Item>
      <Menu.Item
        className={popupStyles['item']}
        disabled={readOnly || running}
        onClick={() => void actions.binMeeting(meeting)}
      >
        {text.bin}
      </Menu.Item>
    </>
  )
}

/** The same under a button. */
export function MeetingMenu({ meeting }: MeetingItemsProps) {
  const { trigger, around } = useLandmark()
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        ref={trigger}
        className={clsx(buttonStyles['button'], buttonStyles['quiet'])}
        aria-label={text.label}
        title={text.label}
      >
        <Dots />
      </Menu.Trigger>
      <Menu.Portal className={popupStyles['portal']} container={around}>
        <Menu.Positioner className={popupStyles['positioner']} sideOffset={6} align="start">
          <Menu.Popup className={popupStyles['popup']} finalFocus={false}>
            <MeetingItems meeting={meeting} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
