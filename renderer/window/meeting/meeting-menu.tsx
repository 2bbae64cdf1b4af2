import { Menu } from '@base-ui/react/menu'
import clsx from 'clsx'
import { messages } from '../../../common/text/window'
import type { Meeting } from '../../../common/model'
import { useActions } from '../commands/use-actions'
import buttonStyles from '../components/button.module.css'
import { Dots } from '../components/icons'
import { useLandmark } from '../components/landmark'
import popupStyles from '../components/popup.module.css'
import { useParley } from '../context'
import { useSelected } from '../../shared/store'
import { hasSpeakerModels } from '../speakers/store'

const text = messages.library.menu

/** A meeting that is still being recorded cannot be deleted. */
function isRunning({ state }: Meeting): boolean {
  return state === 'recording' || state === 'finishing'
}

interface MeetingItemsProps {
  readonly meeting: Meeting
}

/** The actions on a meeting as menu items. */
export function MeetingItems({ meeting }: MeetingItemsProps) {
  const parley = useParley()
  const readOnly = useSelected(parley.notices.readOnly, (error) => error !== null)
  const has = useSelected(parley.models.state, hasSpeakerModels)
  const hasSound = meeting.audio.some(({ samples }) => samples > 0) && meeting.sound !== 'deleted'
  return (
    <>
      <Menu.Item
        className={popupStyles['item']}
        disabled={readOnly}
        onClick={() => parley.meeting.startRenaming(meeting.id)}
      >
        {text.rename}
      </Menu.Item>
      {has && hasSound && meeting.engine === 'on-device' && (
        <Menu.Item
          className={popupStyles['item']}
          disabled={readOnly || isRunning(meeting)}
          onClick={() => {
            void parley.meeting.open(meeting.id)
            parley.speakers.again.set(meeting.id)
          }}
        >
          {messages.speakers.again.menu}
        </Menu.Item>
      )}
      <Menu.Item
        className={popupStyles['item']}
        disabled={readOnly || isRunning(meeting)}
        onClick={() => void parley.bin.move(meeting)}
      >
        {text.bin}
      </Menu.Item>
    </>
  )
}

/** The same menu on a button. */
export function MeetingMenu({ meeting }: MeetingItemsProps) {
  const { meeting: open, bin, notices } = useParley()
  const readOnly = useSelected(notices.readOnly, (error) => error !== null)
  useActions({
    ...(!readOnly && { rename: () => open.startRenaming(meeting.id) }),
    ...(!readOnly && !isRunning(meeting) && { 'move-to-bin': () => bin.move(meeting) }),
  })
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
