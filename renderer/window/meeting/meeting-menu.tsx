import { Menu } from '@base-ui/react/menu'
import clsx from 'clsx'
import { useState } from 'react'
import { messages } from '../../../preload/messages'
import type { AgainPart, Meeting } from '../../../preload/model'
import buttonStyles from '../components/button.module.css'
import { Dots } from '../components/icons'
import popupStyles from '../components/popup.module.css'
import { useParley } from '../context'
import { AgainItems, markedTurns } from '../review/again-items'
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
  const [part, setPart] = useState<AgainPart>(null)
  const over = meeting.state === 'done' || meeting.state === 'interrupted'
  return (
    <Menu.Root modal={false} onOpenChange={(open) => open && setPart(markedTurns())}>
      <Menu.Trigger
        // What is marked stays marked.
        onMouseDown={(event) => event.preventDefault()}
        className={clsx(buttonStyles['button'], buttonStyles['quiet'])}
        aria-label={text.label}
        title={text.label}
      >
        <Dots />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popupStyles['positioner']} sideOffset={6} align="start">
          <Menu.Popup className={popupStyles['popup']} finalFocus={false}>
            <MeetingItems meeting={meeting} />
            {over && <AgainItems meetingId={meeting.id} part={part} />}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
